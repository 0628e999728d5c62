import type { ConnectionView } from '../../../pipeline/ports/console-connect.ts';
import type { Difference } from '../../../pipeline/ports/console-choose.ts';
import type { Visit } from '../../doors/visit.ts';
import { html } from '../../html.ts';
import { form, page } from '../layout.ts';
import { button, table } from '../parts.ts';
import { wordsOf } from '../words/words.ts';

export interface TravelView {
    readonly visit: Visit;
    readonly connection: ConnectionView;
    readonly text: string;
    readonly differences: readonly Difference[];
}

/** What an import would change, before it does. */
export function travelPage({ visit, connection, text, differences }: TravelView): string {
    const words = wordsOf(visit.language);
    const { travel: says } = words.choose;
    const rows = differences.map(({ key, now, then }) => [key, now, then]);
    const applying = html`<input type="hidden" name="text" value="${text}" />${button(says.apply)}`;
    return page({
        visit,
        path: `/console/${connection.id}/preferences`,
        title: says.title2,
        place: { id: connection.id, name: connection.name, tab: 'preferences' },
        content:
            rows.length === 0
                ? html`<p>${says.same}</p>`
                : html`${table(says.title2, [says.key, says.now, says.then], rows)}
                  ${form(visit, `/console/${connection.id}/preferences/import/apply`, applying)}`
    });
}
