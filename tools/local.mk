# What is made from the program's tables: the manual and the completions. They are in the tarball,
# so that only who changes them needs to run what makes them. They are made in the build tree.
EXTRA_PROGRAMS += tools/describe
CLEANFILES += tools/describe$(EXEEXT)
tools_describe_SOURCES = \
	%reldir%/completions.c %reldir%/completions.h \
	%reldir%/describe.c \
	%reldir%/manual.c %reldir%/manual.h \
	src/options.c src/options.h src/options_table.c src/options_table.h src/wishes.c src/wishes.h
tools_describe_LDADD = src/tui/libtui.a $(libraries_below_tui) $(system_libraries)

# A cross build from a checkout needs one of another build: make DESCRIBE=/path/to/tools/describe
DESCRIBE = ./tools/describe$(EXEEXT)

# What is described, and by what. The tool has to be there, but may be younger.
tables = src/options_table.c src/store/preferences.c src/tui/command.c src/tui/key.c src/write/writer.c
describing = tools/completions.c tools/manual.c $(tables)
MAINTAINERCLEANFILES = docs/nec-agenda.1 docs/fr/nec-agenda.1 $(completions)

dist_man_MANS = docs/nec-agenda.1 docs/nec-agenda.5
fr_man1dir = $(mandir)/fr/man1
fr_man5dir = $(mandir)/fr/man5
dist_fr_man1_DATA = docs/fr/nec-agenda.1
dist_fr_man5_DATA = docs/fr/nec-agenda.5
EXTRA_DIST += docs/nec-agenda.1.in docs/fr/nec-agenda.1.in
if INSTALL_BASH_COMPLETION
bash_completiondir = $(bash_completion_dir)
bash_completion_DATA = completions/nec-agenda
endif
if INSTALL_ZSH_COMPLETION
zsh_completiondir = $(zsh_completion_dir)
zsh_completion_DATA = completions/_nec-agenda
endif
if INSTALL_FISH_COMPLETION
fish_completiondir = $(fish_completion_dir)
fish_completion_DATA = completions/nec-agenda.fish
endif
completions = completions/nec-agenda completions/_nec-agenda completions/nec-agenda.fish
EXTRA_DIST += $(completions)
all-local: $(completions)

applicationsdir = $(datadir)/applications
dist_applications_DATA = data/nec-agenda.desktop

docs/nec-agenda.1: docs/nec-agenda.1.in $(describing) | tools/describe$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(DESCRIBE) manual en locale-built $< >$@.new && mv $@.new $@
docs/fr/nec-agenda.1: docs/fr/nec-agenda.1.in po/fr.po $(describing) | tools/describe$(EXEEXT) $(catalogues)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(DESCRIBE) manual fr locale-built $< >$@.new && mv $@.new $@
completions/nec-agenda: $(describing) | tools/describe$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(DESCRIBE) bash >$@.new && mv $@.new $@
completions/_nec-agenda: $(describing) | tools/describe$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(DESCRIBE) zsh >$@.new && mv $@.new $@
completions/nec-agenda.fish: $(describing) | tools/describe$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(DESCRIBE) fish >$@.new && mv $@.new $@
