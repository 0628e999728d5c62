import type { Pairing } from '../../domain/people/ownership.ts';
import type { OrgUser } from '../../domain/workspace.ts';
import type { PreferenceOptions } from '../../application/preferences/model.ts';
import type { FaultAt } from './fault-text.ts';
import type { FormState } from './preferences-form.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { field, select, type Choice } from '../ui/components.ts';
import type { Words } from '../../locales/catalogue.ts';

/** Beyond this, lists of everybody for everybody make a page too heavy to open. */
const MOST_IN_A_LIST = 300;

/** Who in Quo is who in Salesforce: those without a match first, each with a chooser. */
export function pairingFields(filled: FormState, offers: PreferenceOptions, faultAt: FaultAt, words: Words): Markup {
    const { pairing: says } = words.forms;
    const { pairings, orgUsers } = offers;
    if (pairings.length === 0) return html`<p>${says.unknown}</p>`;
    const isByEmail = ({ by, user }: Pairing): boolean => by === 'email' && (filled.users[user.id] ?? '') === '';
    const matched = pairings.filter(({ orgUser }) => orgUser !== undefined).length;
    const byEmail = pairings.filter(isByEmail);
    const row = (one: Pairing): Markup => pairingRow(one, { filled, orgUsers, faultAt, words });
    return html`<p>${says.intro}</p>
        <p>${says.matched({ matched, all: pairings.length })}</p>
        ${pairings.filter((one) => !isByEmail(one)).map(row)}
        ${
            byEmail.length > 0 &&
            html`<details>
                <summary>${says.byEmail({ n: byEmail.length })}</summary>
                ${byEmail.map(row)}
            </details>`
        }`;
}

export function isTooMany(users: readonly OrgUser[]): boolean {
    return users.length > MOST_IN_A_LIST;
}

/** Suggestions for fields where a user is typed. */
export function userList(users: readonly OrgUser[]): Part {
    if (!isTooMany(users)) return undefined;
    return html`<datalist id="org-users">
        ${active(users).map(({ email, name }) => html`<option value="${email}">${name}</option>`)}
    </datalist>`;
}

interface Around {
    readonly filled: FormState;
    readonly orgUsers: readonly OrgUser[];
    readonly faultAt: FaultAt;
    readonly words: Words;
}

function pairingRow({ user, orgUser, by, suggestions }: Pairing, { filled, orgUsers, faultAt, words }: Around): Markup {
    const { pairing: says } = words.forms;
    const name = [user.firstName, user.lastName].filter(Boolean).join(' ') || (user.email ?? user.id);
    const at = `users.${user.id}`;
    const chosen = filled.users[user.id] ?? '';
    const wentInactive = by === 'hand' && orgUsers.some(({ id, isActive }) => id === chosen && !isActive);
    const fault = faultAt(at) ?? (wentInactive ? says.inactive : undefined);
    const automatic = by === 'email' && orgUser !== undefined ? says.automatic({ name: orgUser.name }) : says.nobody;
    return html`<div class="pair">
        <p>
            <strong>${name}</strong>
            ${user.email !== undefined && user.email !== name && html`<span class="quiet">${user.email}</span>`}
        </p>
        ${
            isTooMany(orgUsers)
                ? field({
                      name: at,
                      label: says.chooserOf({ name }),
                      value: orgUsers.find(({ id }) => id === chosen)?.email ?? chosen,
                      help: suggestions.length > 0 ? `${says.suggested}: ${namesOf(suggestions)}` : says.typed,
                      list: 'org-users',
                      ...(fault !== undefined && { fault })
                  })
                : select(
                      at,
                      says.chooserOf({ name }),
                      [{ value: '', label: automatic }, ...stranger(chosen, orgUsers)],
                      chosen,
                      {
                          groups: [
                              ...(suggestions.length > 0
                                  ? [{ label: says.suggested, choices: suggestions.map(choice) }]
                                  : []),
                              {
                                  label: says.everybody,
                                  choices: active(orgUsers)
                                      .filter((one) => !suggestions.includes(one))
                                      .map(choice)
                              }
                          ],
                          ...(fault !== undefined && { fault })
                      }
                  )
        }
    </div>`;
}

/** Whoever was chosen stays visible, also when they left. */
export function stranger(chosen: string, users: readonly OrgUser[]): readonly Choice[] {
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

function namesOf(users: readonly OrgUser[]): string {
    return users.map(({ name, email }) => `${name} (${email})`).join(', ');
}
