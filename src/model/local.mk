noinst_LIBRARIES += src/model/libmodel.a
src_model_libmodel_a_SOURCES = \
	%reldir%/agenda.c %reldir%/agenda.h \
	%reldir%/bookmarks.c %reldir%/bookmarks.h \
	%reldir%/builder.c %reldir%/builder.h \
	%reldir%/finish.c %reldir%/finish.h \
	%reldir%/haystack.c %reldir%/haystack.h \
	%reldir%/names.c %reldir%/names.h \
	%reldir%/plan.c %reldir%/plan.h \
	%reldir%/now.c %reldir%/now.h \
	%reldir%/query.c %reldir%/query.h
