#include "config.h"

#include "document/cells.h"

void cells_row(struct cells *cells)
{
	cells->column = cells->beside = 0;
	for (int i = 0; i < CELLS_COLUMNS; i++)
		cells->left[i] -= cells->left[i] > 0;
}

enum cells_covered cells_next(struct cells *cells)
{
	if (cells->column >= CELLS_COLUMNS)
		return CELLS_FREE;
	if (cells->beside > 0) {
		cells->beside--;
		cells->column++;
		return CELLS_BESIDE;
	}
	if (!cells->left[cells->column])
		return CELLS_FREE;
	cells->column++;
	return CELLS_ABOVE;
}

bool cells_more(const struct cells *cells)
{
	for (int i = cells->column + cells->beside; i < CELLS_COLUMNS; i++)
		if (cells->left[i])
			return true;
	return false;
}

void cells_put(struct cells *cells, int columns, int rows)
{
	for (int i = cells->column; i < CELLS_COLUMNS && i < cells->column + columns; i++)
		cells->left[i] = (unsigned short)rows;
	cells->column++;
	cells->beside = columns - 1;
}
