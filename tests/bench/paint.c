/*
 * The least that a screen can cost: curses is begun, every cell is filled, and a key ends it.
 */
#include "config.h"

#include <curses.h>
#include <locale.h>

int main(void)
{
	setlocale(LC_CTYPE, "C.UTF-8");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	for (int row = 0; row < LINES - 1; row++)
		for (int column = 0; column < COLS; column++)
			mvaddch(row, column, (chtype)('a' + (row + column) % 26));
	mvaddstr(LINES - 1, 0, "press q to quit");
	refresh();
	getch();
	endwin();
	return 0;
}
