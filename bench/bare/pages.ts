/** How many pages a bare run opens and measures in one browser. */
export const BARE_PAGES = 3
