import type { TaskRow } from './records.ts';

export type Print = (line: string) => void;

/** Remembers which Tasks were told, and tells what is new: one line per activity and write. */
export function narrator(print: Print, names: () => ReadonlyMap<string, string>): (tasks: readonly TaskRow[]) => void {
    const told = new Map<string, string>();
    return (tasks) => {
        const fresh = tasks.filter((task) => told.get(task.Id) !== task.SystemModstamp);
        for (const task of fresh.toSorted((a, b) => (a.SystemModstamp < b.SystemModstamp ? -1 : 1))) {
            print(lineOf(task, told.has(task.Id), names()));
            told.set(task.Id, task.SystemModstamp);
        }
    };
}

const SYMBOLS: Readonly<Record<string, string>> = { matched: '●', ambiguous: '◐', unmatched: '○', ignored: '×' };

/** `● créé  Ventes (514) 555-0100 - Appel entrant · answered → Jean Tremblay · only contact with …` */
function lineOf(task: TaskRow, isUpdate: boolean, names: ReadonlyMap<string, string>): string {
    const who = names.get(task.WhoId ?? '') ?? names.get(task.WhatId ?? '') ?? task.Quo_External_Number__c ?? '—';
    const parts = [task.Quo_Outcome__c, task.Quo_Recording_URL__c === undefined ? undefined : 'recording'];
    const what = [task.Subject, ...parts.filter((part) => part !== undefined)].join(' · ');
    const symbol = SYMBOLS[task.Quo_Match__c ?? ''] ?? ' ';
    return `${symbol} ${isUpdate ? 'updated' : 'created'}  ${what} → ${who}\n            ${task.Quo_Match_Reason__c ?? ''}`;
}
