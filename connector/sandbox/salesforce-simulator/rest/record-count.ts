import { OrgError } from '../org-error.ts';
import { isDeleted } from '../records/row.ts';
import type { Handle } from '../api/exchange.ts';

/** `GET /limits/recordCount?sObjects=Account,Contact`: without the recycle bin and the archive; unknown names are passed over. */
export const recordCount: Handle = (org, exchange) => {
    // "View Setup and Configuration" is needed.
    if (!exchange.caller.access.may('ViewSetup'))
        throw new OrgError(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on cross-reference id');
    const { schema, tables } = org.state;
    const asked = exchange.query.get('sObjects')?.split(',');
    const objects = asked
        ? asked.map((name) => schema.object(name.trim())).filter((object) => object !== undefined)
        : schema.objects;
    const sObjects = objects.map((object) => {
        let count = 0;
        for (const row of tables.of(object).all()) if (!isDeleted(row) && row.IsArchived !== true) count += 1;
        return { count, name: object.name };
    });
    return { status: 200, body: { sObjects } };
};
