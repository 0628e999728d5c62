import { overridesOf, type Override } from '../../application/monitoring/overrides.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { History } from '../../contracts/monitoring.ts';
import type { KnownRecord } from '../../contracts/records.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import type { Words } from '../../locales/catalogue.ts';
import { button, card, table } from '../ui/components.ts';
import { form } from '../ui/layout.ts';
import { recordLink } from './record-link.ts';

interface View {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly history: History;
}

/** What people changed in the records of an activity and we leave, each with the way to have ours again. */
export function overridesCard(view: View, words: Words): Part {
    const { overrides: says } = words.monitoring;
    const rows = view.history.records.flatMap((record) => [
        ...overridesOf(record).map((one) => [
            nameOf(record),
            labelOf(one.field, words),
            says.kind[one.kind],
            lastToChange(view, record, words),
            askAgain(view, record, one, words)
        ]),
        ...(record.byHand?.deleted === true ? [[nameOf(record), '', says.kind.deleted, '', '']] : [])
    ]);
    if (rows.length === 0) return undefined;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            ${table(says.title, [says.record, says.field, says.state, says.by, says.action], rows)}`,
        'overrides'
    );
}

function nameOf({ object, key, fields }: KnownRecord): string {
    const subject = fields?.['Subject'];
    return `${object} · ${typeof subject === 'string' ? subject : key}`;
}

/** Salesforce's word for a standard field, with the name that flows and reports know it by. */
function labelOf(field: string, { monitoring: { overrides: says } }: Words): string {
    const label = says.labels[field];
    return label === undefined ? field : `${label} (${field})`;
}

/** Salesforce says who changed a record last, never who changed which field. */
function lastToChange({ connection }: View, { kept }: KnownRecord, { monitoring: { overrides: says } }: Words): Part {
    return kept?.by === undefined ? says.notKnown : recordLink(connection, kept.by, kept.by);
}

function askAgain({ session, connection, history }: View, record: KnownRecord, one: Override, words: Words): Markup {
    const { overrides: says } = words.monitoring;
    const named = { activityKey: history.activity.activityKey, object: record.object, key: record.key, ...one };
    const inputs = (['activityKey', 'object', 'key', 'field'] as const).map(
        (name) => html`<input type="hidden" name="${name}" value="${named[name]}" />`
    );
    return form(
        session,
        `/console/${connection.id}/activities/ours-again`,
        html`${inputs}${button(says.oursAgain, 'neutral')}`
    );
}
