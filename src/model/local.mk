noinst_LIBRARIES += src/model/libmodel.a
src_model_libmodel_a_SOURCES = \
	%reldir%/agenda.c %reldir%/agenda.h \
	%reldir%/bookmarks.c %reldir%/bookmarks.h \
	%reldir%/builder.c %reldir%/builder.h \
	%reldir%/changes.c %reldir%/changes.h \
	%reldir%/finish.c %reldir%/finish.h \
	%reldir%/haystack.c %reldir%/haystack.h \
	%reldir%/language.c %reldir%/language.h \
	%reldir%/names.c %reldir%/names.h \
	%reldir%/now.c %reldir%/now.h \
	%reldir%/plan.c %reldir%/plan.h \
	%reldir%/query.c %reldir%/query.h \
	%reldir%/sieve.c %reldir%/sieve.h \
	%reldir%/tongue.c %reldir%/tongue.h \
	%reldir%/trait.c %reldir%/trait.h \
	%reldir%/venue.c %reldir%/venue.h \
	%reldir%/wish.c %reldir%/wish.h
