import type { People } from 'sandbox-day/people.ts';
import type { Workspace } from 'sandbox-day/workspace.ts';

/** Turns the names that a plan uses into Quo's numbers and ids. An unknown name is a fault in the plan, and throws. */
export interface Cast {
    number(name: string): string;
    inbox(name: string): { readonly id: string; readonly number: string; readonly firstUser: string };
    actor(name: string): string;
    isActor(name: string): boolean;
    isInbox(name: string): boolean;
}

/** A number, or what carriers write in the place of a hidden one: a word, or nothing. */
const RAW_NUMBER = /^(\+[1-9]\d{1,14}|\d{3,8}|anonymous|restricted|blocked|private|unknown|unavailable|withheld|)$/i;

/** @param swaps who stands in for whom, by name: how a day plays one scenario with many people */
export function createCast(workspace: Workspace, people: People, swaps: Readonly<Record<string, string>> = {}): Cast {
    const cast = (name: string): string => swaps[name] ?? name;
    const actor = (name: string): string => {
        if (name === 'sona') return workspace.sona;
        const user = workspace.users[cast(name)];
        if (user) return user.id;
        throw new Error(`No user of the workspace is called "${name}".`);
    };
    return {
        actor,
        isActor: (name) => name === 'sona' || name in workspace.users,
        isInbox: (name) => name in workspace.inboxes,
        number(name) {
            const number = people[cast(name)]?.number ?? workspace.inboxes[cast(name)]?.number;
            if (number !== undefined) return number;
            if (RAW_NUMBER.test(name)) return name;
            throw new Error(`"${name}" is neither a person, nor an inbox, nor a number.`);
        },
        inbox(name) {
            const inbox = workspace.inboxes[cast(name)];
            if (!inbox) throw new Error(`No inbox is called "${name}".`);
            return { id: inbox.id, number: inbox.number, firstUser: actor(inbox.users[0] ?? 'sona') };
        }
    };
}
