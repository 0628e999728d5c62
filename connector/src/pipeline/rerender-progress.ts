import { errorData } from '../log.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';
import { KEYS, progressKey } from '../contracts/key-value.ts';
import type { LongTask } from '../contracts/progress.ts';
import { reportOn, type Reporter } from './progress.ts';

const FRESH_FOR = 24 * 60 * 60_000;

/** Begins to tell how far rendering again is. @param total activities that became due */
export async function beginAgain(context: PipelineContext, connection: string, total: number): Promise<void> {
    const { memory } = context.store;
    await memory.set(connection, KEYS.rerenderTotal, { total });
    const report = reportOf(context, connection, 'again');
    if (total === 0) await report.end({ parked: 0 });
    else await report.step(0, total);
}

/** After each pass of a flush: how far rendering again and a rehearsal are. One flush runs at a time, so each is told once. */
export async function followFlush(context: PipelineContext, connection: Connection): Promise<void> {
    try {
        await follow(context, connection);
    } catch (error) {
        context.log.warn('progress not told', { connection: connection.id, ...errorData(error) });
    }
}

async function follow(context: PipelineContext, { id, isRehearsing }: Connection): Promise<void> {
    const { memory, progress } = context.store;
    if (isRehearsing === true) {
        const { drawn, left } = await progress.rehearsed(id);
        await reportOf(context, id, 'rehearsal').step(drawn, drawn + left);
        return;
    }
    const running = await memory.get(id, progressKey('again'));
    if (running?.value.state !== 'running' || running.ageMs > FRESH_FOR) return;
    const since = await memory.get(id, KEYS.rerenderTotal);
    const { left, parked } = await progress.forced(id, since?.ageMs ?? running.ageMs);
    const total = since?.value.total ?? running.value.total ?? left;
    const report = reportOf(context, id, 'again');
    await report.step(Math.max(0, total - left), total);
    if (left === 0) await report.end({ parked });
}

const reporters = new WeakMap<PipelineContext, Map<string, Reporter>>();

/** The same one each pass, so that the terminal hears of it every few seconds and not every pass. */
function reportOf(context: PipelineContext, connection: string, task: LongTask): Reporter {
    const known = reporters.get(context) ?? new Map<string, Reporter>();
    reporters.set(context, known);
    const name = JSON.stringify([connection, task]);
    const report = known.get(name) ?? reportOn(context, connection, task);
    known.set(name, report);
    return report;
}
