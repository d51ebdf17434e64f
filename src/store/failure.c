#include "config.h"

#include "store/failure.h"

#include "base/i18n.h"

#include <errno.h>
#include <string.h>

static const struct {
	int error;
	const char *advice;
} advices[] = {
    {ENOSPC, N_("free some space, then try again")},
    {EDQUOT, N_("free some space, then try again")},
    {EROFS, N_("set XDG_DATA_HOME to a folder that can be written")},
    {EACCES, N_("look whose folder it is, or set XDG_DATA_HOME to another")},
    {EPERM, N_("look whose folder it is, or set XDG_DATA_HOME to another")},
    {ENOTDIR, N_("something else stands where a folder is needed: move it away")},
    {ENAMETOOLONG, N_("set XDG_DATA_HOME to a shorter path")},
    {ELOOP, N_("its links lead in a circle: mend them")},
    {EIO, N_("the disk may be failing: save what counts elsewhere")},
    {EFBIG, N_("a limit on the size of files is set, or the file is too large")},
    {EBADMSG, N_("another program left the file in disorder: move it away")},
    {EMFILE, N_("close other windows, then try again")},
    {ENFILE, N_("close other programs, then try again")},
};

static const char *advice_for(int error)
{
	for (size_t i = 0; i < sizeof advices / sizeof *advices; i++)
		if (advices[i].error == error)
			return _(advices[i].advice);
	return _("try again");
}

bool failure_report(struct report *report, const char *path, const char *sentence, int error)
{
	return report_error(report, ((struct place){path, 0, 0}), sentence, strerror(error),
			    advice_for(error));
}
