# Offences of C sources against the layers of the house, as FILE:LINE: reason. The files are named as
# seen from src/.

function offence(reason) {
	print FILENAME ":" FNR ": " reason
}

function folder_of(path) {
	return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : ""
}

function check_rank(target) {
	if (!(target in rank))
		offence("the folder " target "/ has no rank")
	else if (target != folder && rank[target] >= rank[folder])
		offence(folder "/ may not include from " (target ? target "/" : "the top"))
}

BEGIN {
	count = split("base:0 model:1 document:1 programme:2 present:2 calendar:2 " \
		      "read:3 write:3 store:3 tui:3 term:4 kiosk:4 :5", rows, " ")
	for (i = 1; i <= count; i++) {
		split(rows[i], row, ":")
		rank[row[1]] = row[2]
	}
}

FNR == 1 {
	folder = folder_of(FILENAME)
	if (!(folder in rank))
		offence("the folder " folder "/ has no rank")
	is_header = FILENAME ~ /\.h$/
	includes = 0
	prefix = FILENAME
	gsub(/^.*\/|(_private)?\.[ch]$/, "", prefix)
	gsub(/-/, "_", prefix)
}

/^[ \t]*#[ \t]*include/ {
	name = $0
	gsub(/^[^"<]*["<]|[">].*$/, "", name)
	if (!is_header && ++includes == 1 && name != "config.h")
		offence("config.h comes first")
	else if (/</ && folder != "term" && name ~ /curses|^(term|menu|panel|form)\.h$/)
		offence("curses is known in term/ alone")
	else if (/"/ && name != "config.h")
		check_rank(folder_of(name))
}

is_header && /^[a-z][a-zA-Z_0-9 *]*[ *][a-z_0-9]+\(/ && !/^(static|typedef|extern "C")/ {
	name = $0
	sub(/\(.*/, "", name)
	sub(/^.*[ *]/, "", name)
	if (index(name, prefix) != 1)
		offence(name "() does not begin with " prefix)
}
