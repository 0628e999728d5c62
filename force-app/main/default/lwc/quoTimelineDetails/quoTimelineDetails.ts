import { api, LightningElement, wire } from 'lwc';
import { getFieldValue, getRecord, type RecordResult } from 'lightning/uiRecordApi';
import type { ChatEntry } from 'c/quoChat';
import { recording as recordingLabels, fillLabel, timeline as labels } from 'c/quoLabels';
import { formatPhoneNumber } from 'c/quoPhoneNumbers';
import { SONA, sonaField } from 'c/quoSchema';
import type { Row } from 'c/quoTimelineRows';
import { readTranscript } from 'c/quoTranscript';

const TALKED = ['answered', 'voicemail', 'handled by Sona', 'forwarded'];

/** What an expanded row shows. It exists only while the row is open, so closed rows cost nothing. */
export default class QuoTimelineDetails extends LightningElement {
    labels = labels;
    transcriptFields = [sonaField(SONA.transcript)];
    transcriptText?: string;

    @api row!: Row;

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

    get recordings(): { key: string; url?: string; label: string; duration?: number }[] {
        const { recordingUrls: urls, outcome, duration: talked, voicemailDuration } = this.row;
        const duration = outcome === 'voicemail' ? voicemailDuration : talked;
        if (urls.length < 2) return [{ key: '1', url: urls[0], label: recordingLabels.title, duration }];
        return urls.map((url, index) => ({
            key: url,
            url,
            label: fillLabel(recordingLabels.numbered, index + 1, urls.length)
        }));
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

    get turns(): readonly ChatEntry[] {
        const theirs = [this.row.who?.name, this.row.number, formatPhoneNumber(this.row.number)];
        return readTranscript(this.transcriptText).map((turn) => ({
            ...turn,
            outgoing: !theirs.includes(turn.author)
        }));
    }

    get hasTranscript(): boolean {
        return this.turns.length > 0;
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
