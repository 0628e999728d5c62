import { api, LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { explainError, type Problem } from 'c/quoErrors';
import { sona as labels } from 'c/quoLabels';
import { answersQuery } from 'c/quoQueries';

type Value = { readonly value?: string | null } | null;

interface AnswerNode {
    readonly Id: string;
    readonly job?: Value;
    readonly question?: Value;
    readonly answer?: Value;
    readonly fullAnswer?: Value;
}
interface AnswersResponse {
    readonly uiapi?: {
        readonly query?: { readonly answers?: { readonly edges?: readonly { readonly node: AnswerNode }[] } | null };
    };
}

interface JobGroup {
    readonly key: string;
    readonly job: string;
    readonly answers: { readonly id: string; readonly question: string; readonly answer: string }[];
}

/** Answers in their order, cut where the job changes: a job that ran twice is shown twice. */
export function groupByJob(nodes: readonly AnswerNode[]): JobGroup[] {
    const groups: JobGroup[] = [];
    for (const { Id: id, job, question, answer, fullAnswer } of nodes) {
        const name = job?.value || labels.otherAnswers;
        const isRepeat = groups[groups.length - 1]?.answers.some((given) => given.question === question?.value);
        if (groups[groups.length - 1]?.job !== name || isRepeat) groups.push({ key: id, job: name, answers: [] });
        const text = fullAnswer?.value || answer?.value || '';
        groups[groups.length - 1]?.answers.push({ id, question: question?.value ?? '', answer: text });
    }
    return groups;
}

/** What the caller told Sona, job by job. */
export default class SonaAnswers extends LightningElement {
    labels = labels;
    query = gql`
        ${answersQuery()}
    `;
    groups: JobGroup[] = [];
    isLoaded = false;
    problem?: Problem;

    @api recordId?: string;

    get variables(): Readonly<Record<string, unknown>> | undefined {
        return this.recordId ? { call: this.recordId } : undefined;
    }

    @wire(graphql, { query: '$query', variables: '$variables', operationName: 'sonaAnswers' })
    onResult({ data, errors }: GraphQLResult<AnswersResponse>): void {
        const edges = data?.uiapi?.query?.answers?.edges;
        if (!data && !errors) return;
        this.isLoaded = edges !== undefined;
        if (edges) this.groups = groupByJob(edges.map(({ node }) => node));
        this.problem = edges || !errors ? undefined : explainError(errors);
    }

    get isEmpty(): boolean {
        return this.isLoaded && this.groups.length === 0;
    }
}
