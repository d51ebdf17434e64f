#include "config.h"

#include "base/locale.h"

int main(void)
{
	locale_begin();
	return 0;
}
