"""Invents a schedule in frab's XML: always the same one for a number of sessions.

usage: invent.py SESSIONS > FILE
"""

import random
import sys
from datetime import date, datetime, timedelta
from xml.sax.saxutils import quoteattr, escape

DAYS, SESSIONS_PER_ROOM_AND_DAY = 4, 16
WORDS = """accès agenda archive atelier avenir barrière bibliothèque budget carte choix citoyen
code commun confiance contrat culture débat dessin donnée droit école écran effort enquête
équipe essai formation forum guide habitat idée image jardin journal lecture lien logiciel
maison médiation mémoire métier montagne musique numérique outil parole partage paysage pont
portail projet public quartier question récit réseau ressource rivière route savoir service
terrain territoire théâtre travail usage ville voisin voyage""".split()
FORMATS = ["atelier", "conférence", "table ronde", "démonstration"]
START = date(2031, 5, 6)


def words(chance, least, most):
    return " ".join(chance.choices(WORDS, k=chance.randint(least, most)))


def paragraph(chance):
    sentences = (words(chance, 8, 18).capitalize() + "." for _ in range(chance.randint(3, 7)))
    return " ".join(sentences)


def event(chance, number, start, room, tracks, persons):
    title = words(chance, 3, 8).capitalize()
    minutes = chance.choice([20, 25, 45, 50])
    people = "".join(
        f'<person id="{p}">{escape(persons[p])}</person>'
        for p in chance.sample(range(len(persons)), chance.randint(1, 3))
    )
    return f"""      <event id="{number}" guid="{number:08x}-5eb0-4c1d-9a77-{number * 7919:012x}">
        <date>{start.isoformat()}+02:00</date>
        <start>{start:%H:%M}</start>
        <duration>00:{minutes}</duration>
        <room>{escape(room)}</room>
        <slug>invented-{number}</slug>
        <url>https://agenda.example.org/talk/{number}/</url>
        <title>{escape(title)}</title>
        <subtitle>{escape(words(chance, 2, 6))}</subtitle>
        <track>{escape(chance.choice(tracks))}</track>
        <type>{chance.choice(FORMATS)}</type>
        <language>{chance.choice(["fr", "en"])}</language>
        <abstract>{escape(paragraph(chance))}</abstract>
        <description>{escape(paragraph(chance))}

{escape(paragraph(chance))}</description>
        <persons>{people}</persons>
        <links><link href="https://example.org/{number}">Plus</link></links>
      </event>
"""


def schedule(count, out):
    chance = random.Random(count)
    room_count = max(1, -(-count // (DAYS * SESSIONS_PER_ROOM_AND_DAY)))
    tracks = [f"{words(chance, 1, 2).capitalize()} {i + 1}" for i in range(40)]
    persons = [words(chance, 2, 2).title() + f" {i}" for i in range(max(4, count // 3))]
    end = START + timedelta(days=DAYS - 1)
    out.write(f"""<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <conference>
    <acronym>invented-{count}</acronym>
    <title>Rencontres inventées</title>
    <start>{START}</start>
    <end>{end}</end>
    <days>{DAYS}</days>
    <time_zone_name>Europe/Paris</time_zone_name>
  </conference>
""")
    number = 0
    for d in range(DAYS):
        day = START + timedelta(days=d)
        out.write(f'  <day index="{d + 1}" date="{day}">\n')
        for r in range(room_count):
            room = f"Salle {r + 1}"
            out.write(f"    <room name={quoteattr(room)}>\n")
            for s in range(SESSIONS_PER_ROOM_AND_DAY):
                if number < count:
                    number += 1
                    start = datetime.combine(day, datetime.min.time())
                    start += timedelta(minutes=9 * 60 + s * 60)
                    out.write(event(chance, number, start, room, tracks, persons))
            out.write("    </room>\n")
        out.write("  </day>\n")
    out.write("</schedule>\n")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    schedule(int(sys.argv[1]), sys.stdout)
