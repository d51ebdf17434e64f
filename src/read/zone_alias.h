/*
 * The zone names that Windows and Outlook write, as the zone database names them (after the
 * windowsZones table of the Unicode CLDR).
 */
#ifndef NEC_READ_ZONE_ALIAS_H
#define NEC_READ_ZONE_ALIAS_H

/*
 * The database's name for a name as a source writes it: a Windows name is looked up, what other
 * programs put before a name ("/freeassociation.sourceforge.net/Europe/Paris") is taken off. The
 * name itself where nothing is known of it; NULL for NULL.
 */
const char *zone_alias(const char *name);

#endif
