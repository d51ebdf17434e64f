# What two documents have alike that say the same in two languages: their headings, paragraphs,
# lists, tables and commands, without the words.
function command(line) {
	sub(/^ +/, "", line)
	sub(/   .*/, "", line) # what explains it beside it
	sub(/ +#.*/, "", line)
	sub(/: .*/, ":", line)
	gsub(/[a-z-]+\.ics/, "FILE.ics", line)
	gsub(/(fr\/)?[a-z-]+\.md/, "FILE.md", line)
	return line
}

/^```/ { fenced = !fenced; print "fence"; next }
fenced { sub(/=.*/, "="); print "    " $0; next }
/^#/ { sub(/ .*/, ""); print; next }
/^\|/ { print "row of " gsub(/\|/, "") - 1; next }
/^- / { print "item"; next }
/^[0-9]+\. / { print "step"; next }
/^     [^ ]/ || /^      [^a-z]/ { next } # a screen, or what goes on beside a command
/^    / { print "    " command($0); next }
/^./ { print "paragraph" }
