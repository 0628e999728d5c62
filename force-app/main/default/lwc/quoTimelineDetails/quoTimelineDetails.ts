import { api, LightningElement, wire } from 'lwc';
import { getFieldValue, getRecord, type RecordResult } from 'lightning/uiRecordApi';
import type { ChatEntry } from 'c/quoChat';
import { recording as recordingLabels, timeline as labels } from 'c/quoLabels';
import { formatPhoneNumber } from 'c/quoPhoneNumbers';
import { SONA, sonaField } from 'c/quoSchema';
import type { Row } from 'c/quoTimelineRows';

const TALKED = ['answered', 'voicemail', 'handled by Sona', 'forwarded'];

/** What an expanded row shows. It exists only while the row is open, so closed rows cost nothing. */
export default class QuoTimelineDetails extends LightningElement {
    labels = labels;
    transcriptFields = [sonaField(SONA.transcript)];
    transcriptText?: string;

    @api row!: Row;
    /** Below the headings of the page that it stands on. */
    @api headingLevel = '5';
    /** On the task's own page, a link to it leads nowhere. */
    @api isOnTask = false;

    get sonaId(): string | undefined {
        return this.row.sonaId;
    }

    @wire(getRecord, { recordId: '$sonaId', optionalFields: '$transcriptFields' })
    onSona({ data }: RecordResult): void {
        const text = data ? getFieldValue(data, sonaField(SONA.transcript)) : undefined;
        this.transcriptText = typeof text === 'string' ? text : undefined;
    }

    get isCall(): boolean {
        return this.row.kind === 'call';
    }

    get leadsToTask(): boolean {
        return !this.isOnTask && this.row.taskId !== undefined;
    }

    get numberText(): string {
        return formatPhoneNumber(this.row.number);
    }

    get person(): Row['who'] {
        return this.row.who?.id ? this.row.who : undefined;
    }

    get hasSummary(): boolean {
        return this.row.summary.length > 0;
    }

    get hasNotes(): boolean {
        return this.row.notes.length > 0;
    }

    get isWithoutSummary(): boolean {
        return this.isCall && !this.hasSummary && this.expectedSince !== undefined;
    }

    get hasSteps(): boolean {
        return this.row.nextSteps.length > 0;
    }

    get isVoicemail(): boolean {
        return this.row.outcome === 'voicemail';
    }

    get recordingLabel(): string {
        return this.isVoicemail ? recordingLabels.voicemail : recordingLabels.title;
    }

    /** A voicemail is as long as it is, not as the call was. */
    get recordingDuration(): number | undefined {
        return this.isVoicemail ? this.row.voicemailDuration : this.row.duration;
    }

    /** Only a call on which somebody or something spoke can have a recording. */
    get expectedSince(): string | undefined {
        return TALKED.includes(this.row.outcome ?? '') ? this.row.startedAt : undefined;
    }

    get hasRecording(): boolean {
        return this.isCall && (this.expectedSince !== undefined || this.row.recordingUrls.length > 0);
    }

    get messages(): readonly ChatEntry[] {
        return this.row.messages;
    }

    get hasMessages(): boolean {
        return this.row.messages.length > 0;
    }

    get stepItems(): { key: string; text: string }[] {
        return this.row.nextSteps.map((text, index) => ({ key: String(index), text }));
    }

    get noteItems(): { key: string; text: string }[] {
        return this.row.notes.map((text, index) => ({ key: String(index), text }));
    }

    get summaryItems(): { key: string; text: string }[] {
        return this.row.summary.map((text, index) => ({ key: String(index), text }));
    }
}
