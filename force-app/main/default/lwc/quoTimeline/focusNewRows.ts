/** Whether nothing on the page has the keyboard any more: what had it went away. */
const isLost = (): boolean => !document.activeElement || document.activeElement === document.body;

/**
 * Where the keyboard goes after "show more": to the first of the new rows, when the button that was pressed is gone or
 * was disabled meanwhile.
 *
 * @param shown rows before the button was pressed
 * @returns whether the new rows have come, so that there is nothing more to do
 */
export function focusFirstNewRow(rows: readonly HTMLElement[], shown: number): boolean {
    const first = rows[shown];
    if (!first) return false;
    if (isLost()) first.focus();
    return true;
}
