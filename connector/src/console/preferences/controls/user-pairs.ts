import type { Pairing } from '../../../domain/people/ownership.ts';
import type { OrgUser } from '../../../domain/workspace.ts';
import { html, type Markup } from '../../../web/html.ts';
import { field, select } from '../../ui/components.ts';
import type { Words } from '../../../locales/catalogue.ts';
import type { FaultAt } from '../fault-text.ts';
import { notEmpty, readById, type Control, type FieldView } from './control.ts';
import { active, choice, formerChoice, isTooMany } from './org-users.ts';

export const userPairsControl: Control<'user-pairs'> = {
    isWide: true,
    fill: (value = {}) => value,
    read: (form, key, now, { quoUsers }) =>
        readById(
            form,
            key,
            now,
            quoUsers.map(({ id }) => id)
        ),
    value: notEmpty,
    field: pairingFields
};

/** Who in Quo is who in Salesforce: those without a match first, each with a chooser. */
function pairingFields({ key, state, says: { help }, options, faultAt, words }: FieldView<'user-pairs'>): Markup {
    const { pairing: says } = words.preferences.form;
    const { pairings, orgUsers } = options;
    if (pairings.length === 0) return html`<p>${says.unknown}</p>`;
    const isByEmail = ({ by, user }: Pairing): boolean => by === 'email' && (state[user.id] ?? '') === '';
    const matched = pairings.filter(({ orgUser }) => orgUser !== undefined).length;
    const byEmail = pairings.filter(isByEmail);
    const row = (one: Pairing): Markup => pairingRow(one, { key, state, orgUsers, faultAt, words });
    return html`<p>${help}</p>
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

interface Around {
    readonly key: string;
    readonly state: Readonly<Record<string, string>>;
    readonly orgUsers: readonly OrgUser[];
    readonly faultAt: FaultAt;
    readonly words: Words;
}

function pairingRow(
    { user, orgUser, by, suggestions }: Pairing,
    { key, state, orgUsers, faultAt, words }: Around
): Markup {
    const { pairing: says } = words.preferences.form;
    const name = [user.firstName, user.lastName].filter(Boolean).join(' ') || (user.email ?? user.id);
    const at = `${key}.${user.id}`;
    const chosen = state[user.id] ?? '';
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
                      [{ value: '', label: automatic }, ...formerChoice(chosen, orgUsers)],
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

function namesOf(users: readonly OrgUser[]): string {
    return users.map(({ name, email }) => `${name} (${email})`).join(', ');
}
