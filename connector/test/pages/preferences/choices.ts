import { fieldsOf } from '../../preferences/sent-form.ts';
import type { Opened } from '../opened.ts';

/** What an admin changes on the page: `undefined` takes a tick away. */
export type Changes = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Sends the page of preferences with these changes, and everything else as a browser would send it. */
export async function choose({ admin, read, send }: Opened, changes: Changes): Promise<string> {
    await read('/preferences');
    return sendAgain({ admin, send }, changes);
}

/** The same with the page that was read last, as it came back. */
export async function sendAgain({ admin, send }: Pick<Opened, 'admin' | 'send'>, changes: Changes): Promise<string> {
    const fields: Record<string, string[]> = {};
    for (const [name, value] of fieldsOf(admin.page())) (fields[name] ??= []).push(value);
    for (const [name, value] of Object.entries(changes))
        fields[name] = value === undefined ? [] : typeof value === 'string' ? [value] : [...value];
    return send('/preferences', fields);
}

/** What a field of the page holds. */
export function valueOf({ admin }: Pick<Opened, 'admin'>, name: string): string | undefined {
    return fieldsOf(admin.page()).find(([one]) => one === name)?.[1];
}
