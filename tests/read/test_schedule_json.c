/*
 * Schedules as JSON, in the ways that frab, pretalx and the hub of the Congress write them.
 */
#include "config.h"

#include "base/buffer.h"
#include "read/bounds.h"
#include "read/schedule_json.h"
#include "told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

/* Written with ' for ", which makes them readable here. */
static struct agenda *read_json(const char *text)
{
	struct buffer json = {0};
	struct agenda *agenda;

	buffer_puts(&json, text);
	for (size_t i = 0; i < json.length; i++)
		if (json.data[i] == '\'')
			json.data[i] = '"';
	agenda = told_read(schedule_json_read, json.data);
	buffer_free(&json);
	return agenda;
}

static void expect(const char *text, const char *programme)
{
	struct agenda *agenda = read_json(text);
	char *found;

	assert_non_null(agenda);
	found = told_programme(agenda);
	assert_string_equal(found, programme);
	free(found);
	agenda_free(agenda);
}

#define EVENT "{'guid':'g','title':'T','start':'09:00','duration':'00:30'}"
#define DAYS  "'days':[{'date':'2020-12-14','rooms':{'A':[" EVENT "]}}]"

static void nesting_differs(void **state)
{
	static const char *const shapes[] = {
	    "{'schedule':{'version':'1','conference':{'title':'Made'," DAYS "}}}",
	    "{'schedule':{'conference':{'title':'Made'}," DAYS "}}",
	    "{'schedule':{'title':'Made'," DAYS "}}",
	    "{'conference':{'title':'Made'," DAYS "}}",
	    "{'title':'Made'," DAYS "}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		struct agenda *agenda;

		expect(shapes[i], "2020-12-14 09:00-09:30 T @A\n");
		agenda = read_json(shapes[i]);
		assert_string_equal(agenda->event.title, "Made");
		agenda_free(agenda);
	}
}

#define SCHEDULE(facts, days)                                                                      \
	"{'schedule':{'conference':{'title':'Made'," facts "'days':[" days "]}}}"

static void rooms_differ(void **state)
{
	(void)state;
	expect(SCHEDULE("'rooms':[{'name':'A','capacity':5}],",
			"{'date':'2020-12-14','rooms':[{'name':'A','events':[" EVENT "]},"
			"{'name':{'en':'Bee','fr':'Abeille'},'talks':[" EVENT "]},"
			"{'events':[]}],'events':[" EVENT "]}"),
	       "2020-12-14 09:00-09:30 T @A\n2020-12-14 09:00-09:30 T @Bee\n"
	       "2020-12-14 09:00-09:30 T\n");
	expect(SCHEDULE("", "{'date':'2020-12-14','rooms':{'A':{'events':[" EVENT "]},'B':[]}}"),
	       "2020-12-14 09:00-09:30 T @A\n");
}

static void names_in_several_languages(void **state)
{
	(void)state;
	expect(SCHEDULE("", "{'date':'2020-12-14','rooms':{'A':[{'id':5,'title':{'de':'Hallo','en':"
			    "'Hello'},'start':'09:00','duration':30,'room':null,'track':{'name':"
			    "{'de':'Kunst'}},'persons':[{'name':'Ada'},{}],'links':null}]}}"),
	       "2020-12-14 09:00-09:30 Hello @A\n");
}

static void moments_differ(void **state)
{
	(void)state;
	expect(SCHEDULE("'time_zone_name':'UTC',",
			"{'date':'2020-12-14','rooms':{'A':["
			"{'title':'One','date':'2020-12-14T09:00:00+01:00','start':'09:00'},"
			"{'title':'Two','start':'2020-12-14T10:00:00+00:00'},"
			"{'title':'Three','date':'2020-12-14','start':'11:00:00'},"
			"{'title':'Four','date':'2020-12-15T03:00:00Z','start':'03:00'}]}}"),
	       "2020-12-14 09:00 One @A\n2020-12-14 10:00 Two @A\n2020-12-14 11:00 Three @A\n"
	       "2020-12-14 03:00+1 Four @A\n");
	told_expect_findings("0: no session has a guid; bookmarks go by the planner's ids\n", true);
	expect(SCHEDULE("'start':'2020-12-14',", "{'rooms':{'A':[" EVENT "]}}"),
	       "2020-12-14 09:00-09:30 T @A\n");
}

static void keys_may_be_there_twice(void **state)
{
	(void)state;
	/* Of rooms both are shown; of anything else the first one. */
	expect(SCHEDULE("", "{'date':'2020-12-14','rooms':{'A':[{'title':'One','start':'09:00'}],\n"
			    "'B':[{'title':'Two, \\'B\\':{','start':'10:00'}],\n"
			    "'A':[{'title':'Three','start':'11:00','title':'Four'}],\n"
			    "'A':[{'title':'Five','start':'12:00'}]}}"),
	       "2020-12-14 09:00 One @A\n2020-12-14 10:00 Two, \"B\":{ @B\n"
	       "2020-12-14 11:00 Three @A\n2020-12-14 12:00 Five @A\n");
	told_expect_findings(
	    "3: the room \"A\" stands twice in one day; what is in both is shown\n"
	    "3: the key \"title\" stands twice in one object; only the first one is read\n"
	    "4: the room \"A\" stands twice in one day; what is in both is shown\n",
	    false);
	/* What is no JSON behind the first of them says so. */
	assert_null(read_json("{'a':1,'a':[1,{'b':2},\n'a':,}"));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
	assert_int_equal(told_report()->items[told_report()->count - 1].place.line, 2);
}

static void people_and_links(void **state)
{
	struct agenda *agenda =
	    read_json("{'schedule':{'base_url':'https://x.org/c/','conference':{'title':'Made',"
		      "'tracks':[{'name':'Art','color':'#010203'},{'name':null},'Odd'],"
		      "'days':[{'date':'2020-12-14','rooms':{'A':[{'title':'T','start':'09:00',"
		      "'track':'Art','persons':['Ada',{'public_name':'Bob','full_public_name':"
		      "'Robert'},{'public_name':'','full_public_name':'Eve'},null,7],"
		      "'links':['x.org/a',{'url':'https://x.org/b','title':'B'},{'title':'none'}],"
		      "'attachments':[{'url':'/s.pdf','title':'Slides'}],"
		      "'feedback_url':'https://x.org/f'}]}}]}}}");
	const struct session *s;

	(void)state;
	assert_non_null(agenda);
	s = &agenda->sessions[0];
	assert_int_equal(agenda->speaker_count, 3);
	assert_string_equal(agenda->speakers[1], "Bob");
	assert_string_equal(agenda->speakers[2], "Eve");
	assert_string_equal(agenda->themes[0].colour, "#010203");
	assert_int_equal(s->links.count, 4);
	assert_string_equal(s->links.items[0].url, "https://x.org/a");
	assert_string_equal(s->links.items[1].label, "B");
	assert_string_equal(s->links.items[2].url, "https://x.org/s.pdf");
	assert_string_equal(s->links.items[3].label, "Feedback");
	agenda_free(agenda);
}

static void what_is_broken_says_where(void **state)
{
	static const char *const broken[] = {
	    "{'other': 1}", "{'schedule':[]}", "{'schedule':{'conference':{'days':{}}}}",
	    "{}",	    "{'days':7}",
	};

	(void)state;
	assert_null(read_json("{\n'schedule': oops}"));
	assert_int_equal(told_report()->items[0].place.line, 2);
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		assert_null(read_json(broken[i]));
		assert_non_null(strstr(told_report()->items[0].message, "no schedule"));
	}
}

static void an_export_of_our_own_is_told_apart(void **state)
{
	(void)state;
	assert_null(read_json("{'schema':'nec-agenda','version':1,'event':{'title':'Made'},'days':"
			      "[{'date':'2020-12-14','label':null}],'sessions':[{'id':'1'}]}"));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
	assert_non_null(strstr(told_report()->items[0].message, "--print=ics"));
}

static void lengths_may_be_real_numbers(void **state)
{
	(void)state;
	expect(SCHEDULE("", "{'date':'2020-12-14','rooms':{'A':[{'title':'One','id':5.0,'start':"
			    "'09:00','duration':45.0},{'title':'Two','start':'10:00','duration':"
			    "1e99}]}}"),
	       "2020-12-14 09:00-09:45 One @A\n2020-12-14 10:00 Two @A\n");
	told_expect_findings("0: \"1e+99\" is no length; the session is shown without an end\n"
			     "0: no session has a guid; bookmarks go by the planner's ids\n"
			     "0: no session has a date with its offset from UTC, and no time zone "
			     "is named; times are shown as they are written\n",
			     true);
}

static void what_is_of_another_kind_is_passed_over(void **state)
{
	(void)state;
	expect("{'schedule':{'conference':{'title':7,'tracks':{},'days':[null,7,{'date':[],'rooms':"
	       "7},{'date':'2020-12-14','rooms':{'A':[7,{'title':[],'start':{},'persons':{},"
	       "'links':7,'duration':{}}],'B':7}}]}}}",
	       "2020-12-14 (none) @A\n");
}

static void depth_is_bounded(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "{'days':");
	for (int i = 0; i < 100000; i++)
		buffer_puts(&text, "[");
	assert_null(read_json(text.data));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
	buffer_free(&text);
}

static void values_are_bounded(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_puts(&text, "{\"days\": [\n");
	for (int i = 0; i < BOUNDS_MOST_VALUES; i++)
		buffer_puts(&text, "{},");
	assert_null(told_read(schedule_json_read, text.data));
	assert_int_equal(told_report()->counts[SEVERITY_ERROR], 1);
	assert_non_null(strstr(told_report()->items[0].message, "more than 4000000 values"));
	assert_int_equal(told_report()->items[0].place.line, 2);
	buffer_free(&text);
}

/* Commas and brackets in a text are no values. */
static void long_texts_are_no_values(void **state)
{
	struct buffer text = {0};
	struct agenda *agenda;

	(void)state;
	buffer_puts(&text, "{\"days\": [{\"events\": [{\"title\": \"One\", \"abstract\": \"\\\"");
	for (int i = 0; i <= BOUNDS_MOST_VALUES; i++)
		buffer_puts(&text, ",");
	buffer_puts(&text, "\"}]}]}");
	agenda = told_read(schedule_json_read, text.data);
	assert_non_null(agenda);
	agenda_free(agenda);
	buffer_free(&text);
}

static int end(void **state)
{
	(void)state;
	told_end();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nesting_differs),
	    cmocka_unit_test(rooms_differ),
	    cmocka_unit_test(names_in_several_languages),
	    cmocka_unit_test(moments_differ),
	    cmocka_unit_test(keys_may_be_there_twice),
	    cmocka_unit_test(people_and_links),
	    cmocka_unit_test(what_is_broken_says_where),
	    cmocka_unit_test(an_export_of_our_own_is_told_apart),
	    cmocka_unit_test(lengths_may_be_real_numbers),
	    cmocka_unit_test(what_is_of_another_kind_is_passed_over),
	    cmocka_unit_test(depth_is_bounded),
	    cmocka_unit_test(values_are_bounded),
	    cmocka_unit_test(long_texts_are_no_values),
	};

	return cmocka_run_group_tests_name("schedules in JSON", tests, NULL, end);
}
