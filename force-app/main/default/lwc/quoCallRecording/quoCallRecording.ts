import { api, LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { getObjectInfos, type ObjectInfosResult } from 'lightning/uiObjectInfoApi';
import { explainError, type Problem } from 'c/quoErrors';
import { fillLabel, recording as labels, timeline, transcript as transcriptLabels } from 'c/quoLabels';
import { transcriptQuery } from 'c/quoQueries';
import { readAccessOf } from 'c/quoReadAccess';
import { OBJECTS, TRANSCRIPT } from 'c/quoSchema';
import { readFormerTranscript, readLines, type Line } from 'c/quoTranscriptLines';
import { linesByRecording } from './linesByRecording';
import { partsIn, type TranscriptResponse } from './partsIn';

const TRANSCRIPT_OBJECTS: readonly string[] = [OBJECTS.transcript];

interface Recording {
    readonly key: string;
    readonly url?: string | undefined;
    readonly label: string;
    readonly duration?: number | undefined;
    readonly lines: readonly Line[];
}

/** Everything that there is to hear and to read of what was said on a call: its recordings, and the transcript with them. */
export default class QuoCallRecording extends LightningElement {
    labels = labels;
    transcriptLabels = transcriptLabels;
    transcriptLabel = timeline.transcript;
    transcriptObjects = TRANSCRIPT_OBJECTS;

    @api urls: readonly string[] = [];
    /** Names the recording of a call that has only one. */
    @api label = labels.title;
    /** Whole seconds. */
    @api duration?: number;
    /** ISO start of a call that was talked on; without it and without recordings, there is no player. */
    @api expectedSince?: string;
    /** The text that a Sona record of before transcripts holds. */
    @api formerText?: string;

    query?: unknown;
    mayRead?: boolean;
    problem?: Problem;
    /** What the org has, once it answered. */
    told?: readonly Line[];

    private _taskId?: string;

    /** The Task of the call: its transcript is found by it. */
    @api get taskId(): string | undefined {
        return this._taskId;
    }
    set taskId(taskId: string | undefined) {
        if (taskId === this._taskId) return;
        // The platform may show another record in the same component: nothing of the last one is carried over.
        this.told = undefined;
        this.problem = undefined;
        this._taskId = taskId;
    }

    @wire(getObjectInfos, { objectApiNames: '$transcriptObjects' })
    onObjectInfos({ data, error }: ObjectInfosResult): void {
        if (this.mayRead !== undefined || (!data && !error)) return;
        const access = data ? readAccessOf(data, TRANSCRIPT_OBJECTS) : undefined;
        this.mayRead = Object.values(TRANSCRIPT).every(
            (field) => access?.readsField(OBJECTS.transcript, field) ?? false
        );
        if (this.mayRead) {
            this.query = gql`
                ${transcriptQuery()}
            `;
        }
    }

    get variables(): Readonly<Record<string, unknown>> | undefined {
        return this.taskId ? { task: this.taskId } : undefined;
    }

    get askedQuery(): unknown {
        return this.taskId ? this.query : undefined;
    }

    @wire(graphql, { query: '$askedQuery', variables: '$variables', operationName: 'quoTranscript' })
    onTranscript({ data, errors }: GraphQLResult<TranscriptResponse>): void {
        if (!data && !errors) return;
        const parts = partsIn(data);
        if (parts) this.told = readLines(parts);
        else this.told ??= [];
        this.problem = parts || !errors ? undefined : explainError(errors);
    }

    /** The text of before is shown only where nothing better is there, and never first only to be replaced. */
    get lines(): readonly Line[] {
        if (this.told?.length) return this.told;
        const isAnswered = this.told !== undefined || this.mayRead === false || !this.taskId;
        return isAnswered ? readFormerTranscript(this.formerText) : [];
    }

    get hasPlayer(): boolean {
        return this.expectedSince !== undefined || this.urls.length > 0;
    }

    get recordings(): readonly Recording[] {
        const { urls, duration, label } = this;
        if (urls.length < 2) return [{ key: '1', url: urls[0], label, duration, lines: this.lines }];
        return urls.map((url, index) => ({
            key: url,
            url,
            label: fillLabel(labels.numbered, index + 1, urls.length),
            lines: this.parts?.[index] ?? []
        }));
    }

    /** Of several recordings, what is heard in each, where that is told. */
    get parts(): readonly (readonly Line[])[] | undefined {
        return this.urls.length < 2 ? undefined : linesByRecording(this.lines, this.urls);
    }

    /** Where it is not told which of several recordings a line is heard in, and where there is none. */
    get linesApart(): readonly Line[] {
        return this.hasPlayer && (this.urls.length < 2 || this.parts) ? [] : this.lines;
    }

    get hasLinesApart(): boolean {
        return this.linesApart.length > 0;
    }
}
