import { reporter, type ProgressDeps, type Reporter } from '../progress.ts';
import type { FullRun, QuoContactStore } from '../../contracts/quo/contacts.ts';

/** Tells how far a run over everybody is, whenever its place is kept. */
export function reportingRuns(contacts: QuoContactStore, parts: ProgressDeps): QuoContactStore {
    const reports = new Map<string, Reporter>();
    const tell = async (connection: string, run: FullRun | undefined): Promise<void> => {
        if (run === undefined) return;
        const report = reports.get(connection) ?? reporter(parts, connection, 'people');
        reports.set(connection, report);
        const done = Object.values(run.tally).reduce((sum, count) => sum + count, 0);
        await report.step(Math.min(done, run.total), run.total);
        if (run.state !== 'done') return;
        const { created = 0, updated = 0, failed = 0 } = run.tally;
        await report.end({ created, updated, failed });
        reports.delete(connection);
    };
    return {
        ...contacts,
        async advanceRun(connection, after, tally, finished) {
            const run = await contacts.advanceRun(connection, after, tally, finished);
            await tell(connection, run);
            return run;
        }
    };
}
