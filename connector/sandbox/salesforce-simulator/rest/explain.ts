import { runQuery } from '../soql/run.ts';
import type { Answer, Exchange, Org } from '../api/exchange.ts';

/** What a whole table costs: from 1 on, the optimizer calls a query not selective. */
const FULL_SCAN = 1.5;

/** `GET /query?explain=…`: how the query would be carried out. Here every query reads its whole table. */
export function explain(org: Org, exchange: Exchange, text: string): Answer {
    const { object, totalSize } = runQuery(org.state, exchange.caller, text, false, exchange.base);
    const plan = {
        cardinality: totalSize,
        fields: [],
        leadingOperationType: 'TableScan',
        notes: [],
        relativeCost: FULL_SCAN,
        sobjectCardinality: org.state.tables.of(object).size,
        sobjectType: object.name
    };
    return { status: 200, body: { plans: [plan], sourceQuery: text } };
}
