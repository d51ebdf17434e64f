#!/bin/sh
# Nothing that the event's page says is lost on the way to the reader: every fact is looked for in
# what is printed, of the built-in agenda always and of the real page where it is at hand.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=${builddir:-.}/nec-agenda
page=$srcdir/../shared/events/nec-bordeaux-2023.md
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME

# What has to be found, as NAME: extended expression over words that are parted by one space.
facts() {
	cat <<'FACTS'
title: numérique en commun\[s\] à bordeaux
publication date: 26 july 2023
category: évènement
start: 18 october.{0,7} 9:00
end: 20 october 2023.{0,7} 19:00
place: palais de la bourse
address: 17 place de la bourse 33076 bordeaux
image: /uploads/1500-500-max%20bis\.jpg
alternative text: (co-programmatrice du|que la dinum programme avec d’autres).*numérique d['’]intérêt général
the DINUM is a partner: dinum (est|en est) partenaire
main days: 19 et 20 octobre 2023
first organiser: agence nationale de la cohésion des territoires
second organiser: bordeaux métropole
first partner: la mednum
second partner: cnnum
third partner: opendata france
fourth partner: ign
fifth partner: banque des territoires
local partners: acteurs locaux
international partner: rencontres internationales.*bordeaux métropole
its name: digital society, digital cities
aim: (construire|bâtir) un numérique d’intérêt général
link of the first organiser: https://agence-cohesion-territoires\.gouv\.fr/
link of the second organiser: https://www\.bordeaux-metropole\.fr/
link of the first partner: https://lamednum\.coop/notre-cooperative/
link of the second partner: https://cnnumerique\.fr/
link of the third partner: https://www\.opendatafrance\.net/
link of the fourth partner: https://www\.ign\.fr/
link of the fifth partner: https://www\.banquedesterritoires\.fr/
opening hours: horaires:? (de )?9 ?h (-|à) 19 ?h
tramway: (tram d et c|tramway, lignes c et d)
for whom: agents publics
registration is required: (inscription obligatoire|il faut s’inscrire)
registration of one: inscription:? (s’inscrire seul|une personne)
registration of a group: (s’inscrire par groupe|un groupe) \[
link to register: https://numerique-en-communs\.fr/vous-inscrire/
link to register a group: https://numerique-en-communs\.fr/vous-inscrire-en-groupe/
link to know more: https://numerique-en-communs\.fr/( |$)
number of themes: (5|cinq) thèmes
a partner leads each theme: un partenaire.*temps forts.*rendez-vous
network: réseau national d’expertise
first theme: communs & souveraineté
its description: souveraineté.*dinum (apportera|y apporte) son expertise
second theme: données & territoire
third theme: médiation & compétences numériques
fourth theme: écologie & soutenabilité
fifth theme: éthique & émancipation
who comes: professionnels.*durable et inclusif
workshops: ateliers \(1 ?h ?30 ou 3 ?h\)
pitches: pitchs \(1 ?h\)
plenaries: plénières \(1 ?h\)
masterclasses: masterclass \(1 ?h ?30\)
retex: retex \(45 ?min\)
the programme is not final: en (cours de )?construction
the Off: « off »
its organisers: départements de la dinum
by invitation: sur invitation
informal: informels
contact of the Off: communication\.dinum@modernisation\.gouv\.fr
beta community: communauté beta.*beta tour
operator's community: communauté de l’opérateur.*tour de france des produits interministériels
Accelerator: accélérateur d’initiatives citoyennes.*lauréats
it is free: nec est (un événement )?gratuit
Thursday's lunch and cocktail: jeudi 19 octobre.*déjeuner.*cocktail dînatoire
a contribution: contribution financière
Friday's lunch: (déjeuner du vendredi 20 octobre.*organisateurs et gratuit|vendredi 20 octobre, les organisateurs offrent le déjeuner)
who commits: (organisateurs et les partenaires s’engagent|organisateurs et partenaires veulent)
openness: (l’ouverture et l’accès à tous et toutes|ouvert et accessible à toutes et à tous)
diversity: (diversité des intervenant\.e\.s et des publics|intervenants et à des publics divers)
licences: productions sous (des licences libres et ouvertes|licence libre et ouverte)
durability: un événement durable
frugality: (frugaux et responsables|la frugalité et la responsabilité)
Thursday: thursday 19 october
Thursday's welcome: 09:00 accueil nec
the plenary: 11:30 plénière
its usual length: plénière.*usually 1 h
the party past midnight: 19:00 – 01:00.{0,12} grande soirée nec
Friday: friday 20 october
the last lunch: 12:30 – 15:00 déjeuner de clôture
FACTS
}

# A text as one line of words, so that neither its width nor no-break spaces matter.
words() {
	sed 's/\xc2\xa0\|\xe2\x80\xaf/ /g' "$1" | tr -s '[:space:]' ' '
}

# no_fact_is_lost TEXT
no_fact_is_lost() {
	words "$1" >"$work/words"
	facts | while IFS= read -r fact; do
		grep -Eiq "${fact#*: }" "$work/words" || echo "not found: $fact"
	done >"$work/lost"
}

# Addresses that a text has more or less than once.
uneven_addresses() {
	facts | sed -n 's/^link .*: \(https[^ (]*\).*/\1/p' | while read -r address; do
		[ "$(grep -Eoc "$address( |\$)" "$1")" = 1 ] || echo "not once: $address"
	done
}

# A page's facts are in what is printed: faithful NAME [AGENDA]
faithful() {
	name=$1
	shift
	"$program" --print=text "$@" >"$work/text" 2>"$work/errors" || true
	no_fact_is_lost "$work/text"
	same "$name: no fact is lost" "$work/nothing" "$work/lost"
	uneven_addresses "$work/text" >"$work/uneven"
	same "$name: each address stands once" "$work/nothing" "$work/uneven"
	same "$name: nothing to complain of" "$work/nothing" "$work/errors"
}

# The programme, as the list beside the real page has it: date, start, end, title.
programme() {
	"$program" --print=tsv "$@" | sed 1d | cut -f 2-5
}

: >"$work/nothing"

printf '%s\n' "A page of nothing" "with the Accueil NEC at 9" >"$work/poor"
no_fact_is_lost "$work/poor"
equal "a poor text lacks every fact" "$(facts | wc -l)" "$(wc -l <"$work/lost")"

faithful "built-in agenda"
"$program" --print=tsv >"$work/tsv"
same "built-in agenda: its programme" "$srcdir/tests/program/built-in.tsv" "$work/tsv"

if [ -e "$page" ]; then
	faithful "real page" "$page"
	programme "$page" >"$work/programme"
	same "real page: its programme" "${page%.md}.tsv" "$work/programme"
	programme | cut -f 1-3 >"$work/built-in"
	cut -f 1-3 "${page%.md}.tsv" >"$work/real"
	same "both have their sessions at the same times" "$work/real" "$work/built-in"
else
	skip "the real page is not at hand"
fi

end_of_tests
