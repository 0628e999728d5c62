/**
 * Where an arrow key leads in the list of lines.
 *
 * @param canHear by line: lines that cannot be heard are passed over
 * @returns nothing for other keys, and at either end
 */
export function focusedAfter(key: string, from: number, canHear: readonly boolean[]): number | undefined {
    const all = canHear.flatMap((can, index) => (can ? [index] : []));
    if (key === 'ArrowDown') return all.find((index) => index > from);
    if (key === 'ArrowUp') return all.filter((index) => index < from).at(-1);
    if (key === 'Home') return all[0];
    return key === 'End' ? all.at(-1) : undefined;
}
