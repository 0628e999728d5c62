import type { Finding, Proof } from './run.ts';

const SIGNS = { holds: 'holds', differs: 'DIFFERS', 'not tried': 'not tried' } as const;

/** What was found, a paragraph a point, for a terminal. */
export function printed({ findings, made, left }: Proof): string {
    const lines = findings.map(
        ({ id, verdict, assumes, tries, answered }) =>
            `${SIGNS[verdict].padEnd(10)} ${id}\n           ${assumes}\n           tried: ${tries}\n           answered: ${answered}`
    );
    const sum = (verdict: Finding['verdict']): number => findings.filter((one) => one.verdict === verdict).length;
    return [
        ...lines,
        '',
        `${sum('holds')} hold, ${sum('differs')} differ, ${sum('not tried')} were not tried.`,
        left.length === 0
            ? `${made} records were made and deleted; they are in the recycle bin for 15 days.`
            : `${made} records were made. These could not be deleted, delete them by hand: ${left.join(', ')}`
    ].join('\n');
}

/** The same as a table of a document. */
export function markdown({ findings }: Pick<Proof, 'findings'>): string {
    const cell = (text: string): string =>
        text
            .replaceAll('|', '\\|')
            .replaceAll(/<([^>]+)>/g, '‹$1›')
            .replaceAll('_', '\\_');
    const rows = findings.map(
        ({ assumes, tries, answered, verdict }) => `| ${[assumes, tries, answered, verdict].map(cell).join(' | ')} |`
    );
    return [
        '| What is relied on | What is tried | The simulated org answers | |',
        '| --- | --- | --- | --- |',
        ...rows
    ].join('\n');
}

export interface About {
    readonly at: string;
    readonly apiVersion: string;
    readonly edition: string;
    readonly isSandbox: boolean;
    readonly hasNamespace: boolean;
}

/** A file for a report of a fault: points, answers, and nothing that says whose org this is. */
export function reportFile(proof: Proof, about: About): string {
    const findings = proof.findings.map((finding) => ({ ...finding, answered: withoutIds(finding.answered) }));
    return `${JSON.stringify({ ...about, made: proof.made, notDeleted: proof.left.length, findings }, null, 4)}\n`;
}

/** Answers hold statuses and codes; what an error of the machine says might hold more. */
function withoutIds(text: string): string {
    return text
        .replaceAll(/\b(?=\w*\d)[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?\b/g, '‹id›')
        .replaceAll(/[\w.+-]+@[\w.-]+/g, '‹address›')
        .replaceAll(/https?:\/\/\S+|[\w-]+(?:\.[\w-]+)*\.(?:salesforce|force)\.com\S*/g, '‹host›');
}
