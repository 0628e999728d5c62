/** What the connector's log calls something that takes long, as a person would. */
const NAMES: Readonly<Record<string, string>> = {
    directory: 'Loading people from Salesforce',
    repair: 'Comparing with Quo’s own list',
    again: 'Rendering again',
    rehearsal: 'Rehearsing',
    people: 'Putting everybody into Quo',
    estimate: 'Estimating'
};

/** A line for the terminal, of a line of the connector's log that tells how far something is; `undefined` for any other. */
export function progressLine(line: string): string | undefined {
    if (!line.includes('"progress"')) return undefined;
    try {
        const told = JSON.parse(line) as Readonly<Record<string, unknown>>;
        if (told['msg'] !== 'progress' || typeof told['task'] !== 'string') return undefined;
        const { task, state, done, total, percent } = told;
        const far = typeof total === 'number' ? `${String(done)} of ${total}` : `${String(done)} so far`;
        const share = typeof percent === 'number' ? ` (${percent} %)` : '';
        return `  ${NAMES[task] ?? task}: ${far}${share}${state === 'running' ? '' : `, ${String(state)}`}`;
    } catch {
        return undefined;
    }
}
