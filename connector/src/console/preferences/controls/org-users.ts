import type { OrgQueue } from '../../../contracts/org-administration.ts';
import type { OrgUser } from '../../../domain/workspace.ts';
import { html, type Part } from '../../../web/html.ts';
import type { Choice } from '../../ui/components.ts';

/** Beyond this, lists of everybody for everybody make a page too heavy to open. */
const MOST_IN_A_LIST = 300;

export function isTooMany(users: readonly OrgUser[]): boolean {
    return users.length > MOST_IN_A_LIST;
}

/** Suggestions for fields where a user, or a queue, is typed. */
export function userList(users: readonly OrgUser[], queues: readonly OrgQueue[] = []): Part {
    if (!isTooMany(users)) return undefined;
    return html`<datalist id="org-users">
        ${active(users).map(({ email, name }) => html`<option value="${email}">${name}</option>`)}
        ${queues.map(({ name }) => html`<option value="${name}"></option>`)}
    </datalist>`;
}

/** Whoever was chosen stays visible, also when they left. */
export function formerChoice(chosen: string, users: readonly OrgUser[]): readonly Choice[] {
    if (chosen === '' || active(users).some(({ id }) => id === chosen)) return [];
    const left = users.find(({ id, email }) => id === chosen || email.toLowerCase() === chosen.toLowerCase());
    return [{ value: chosen, label: left === undefined ? chosen : `${left.name} (${left.email})` }];
}

export function choice({ id, name, email }: OrgUser): Choice {
    return { value: id, label: `${name} (${email})` };
}

export function active(users: readonly OrgUser[]): readonly OrgUser[] {
    return users.filter(({ isActive }) => isActive);
}
