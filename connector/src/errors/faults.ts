/** One thing that is wrong with one variable or key: what it is called, what was seen, what would be right. */
export interface Fault {
    readonly name: string;
    readonly seen: string;
    readonly example: string;
}

/** All faults as one text, a line each. Values of secrets never reach a fault. */
export function listFaults(faults: readonly Fault[]): string {
    return faults.map(({ name, seen, example }) => `\n  ${name}: ${seen}; for example ${example}`).join('');
}
