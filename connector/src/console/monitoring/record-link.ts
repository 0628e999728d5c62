import type { ConnectionView } from '../../application/connections/model.ts';
import { html, type Part } from '../../web/html.ts';

/** Salesforce finds the page of a record by its id alone. */
export function recordLink({ salesforce }: ConnectionView, id: string | undefined, text: string | undefined): Part {
    if (id === undefined || !/^[A-Za-z0-9]{15,18}$/.test(id)) return text;
    const base = salesforce?.instanceUrl ?? salesforce?.loginUrl;
    if (base === undefined || !/^https?:\/\//.test(base)) return text;
    return html`<a href="${base}/${id}" rel="noreferrer">${text === undefined || text === '' ? id : text}</a>`;
}
