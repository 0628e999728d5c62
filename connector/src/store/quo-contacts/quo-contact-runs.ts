import type { FullRun, QuoContactStore, Tally } from '../../contracts/quo/contacts.ts';
import type { Database } from '../database/sql.ts';
import { jsonbText } from '../database/jsonb-text.ts';

type Runs = Pick<QuoContactStore, 'run' | 'startRun' | 'advanceRun' | 'setRunState'>;

interface StoredRun {
    readonly state: FullRun['state'];
    readonly after: string;
    readonly total: number;
    readonly tally: Tally;
    readonly startedAt: Date;
    readonly finishedAt: Date | null;
}

const COLUMNS = `state, after_person as after, total, tally, started_at as "startedAt", finished_at as "finishedAt"`;

/** Sums two tallies inside the database, so that no count is lost to another process. */
const SUM = `(
    select coalesce(jsonb_object_agg(key, n), '{}') from (
        select key, sum(value::int) as n from (
            select * from jsonb_each_text(r.tally) union all select * from jsonb_each_text($3::jsonb)) both_
        group by key) summed)`;

/** The run over all people: where it is, and what it did. */
export function quoContactRuns(db: Database): Runs {
    return {
        async run(connection) {
            const [row] = await db.rows<StoredRun>(`select ${COLUMNS} from quo_contact_runs where connection = $1`, [
                connection
            ]);
            return row && runOf(row);
        },
        async startRun(connection, total) {
            await db.run(
                `insert into quo_contact_runs (connection, state, total) values ($1, 'running', $2)
                on conflict (connection) do update set
                    state = 'running', after_person = '', total = excluded.total, tally = '{}',
                    started_at = now(), finished_at = null`,
                [connection, total]
            );
        },
        async advanceRun(connection, after, tally, finished) {
            const [row] = await db.rows<StoredRun>(
                `update quo_contact_runs r set
                    after_person = $2,
                    tally = ${SUM},
                    state = case when $4 then 'done' else state end,
                    finished_at = case when $4 then now() end
                where connection = $1 returning ${COLUMNS}`,
                [connection, after, jsonbText(tally), finished]
            );
            return row && runOf(row);
        },
        async setRunState(connection, state) {
            const changed = await db.run(
                `update quo_contact_runs set state = $2 where connection = $1 and state <> 'done'`,
                [connection, state]
            );
            return changed > 0;
        }
    };
}

function runOf({ startedAt, finishedAt, ...run }: StoredRun): FullRun {
    return {
        ...run,
        startedAt: startedAt.toISOString(),
        ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() })
    };
}
