import { opportunityEn, reasonEn } from './reason-en.ts';
import type { Wording } from './wording.ts';

export const EN: Wording = {
    subject: {
        incoming: 'Incoming Call',
        outgoing: 'Outgoing Call',
        sona: 'Handled by Sona',
        other: 'Call',
        messages: (count, part) => `Text Messages (${count})${part > 1 ? `, continued ${part}` : ''}`
    },
    outcome: {
        answered: 'Answered',
        missed: 'Missed',
        voicemail: 'Voicemail',
        forwarded: 'Forwarded',
        abandoned: 'Abandoned',
        'handled by Sona': 'Handled by Sona',
        unanswered: 'No answer',
        failed: 'Failed'
    },
    status: (outcome, to) => {
        switch (outcome) {
            case 'answered':
                return 'Answered call';
            case 'missed':
                return 'Missed call';
            case 'voicemail':
                return 'Missed call, voicemail left';
            case 'forwarded':
                return to === undefined ? 'Call forwarded' : `Call forwarded to ${to}`;
            case 'abandoned':
                return 'Call abandoned by the caller';
            case 'handled by Sona':
                return to === undefined ? 'Handled by Sona' : `Handled by Sona, then transferred to ${to}`;
            case 'unanswered':
                return 'Unanswered call';
            case 'failed':
                return 'Call failed';
        }
    },
    menu: (choice) => `Phone menu: ${choice}`,
    duration: (time) => `Call duration: ${time}`,
    answeredBy: (name) => `Answered by ${name}`,
    initiatedBy: (name) => `Initiated by ${name}`,
    nextSteps: 'Next steps:',
    voicemail: (transcript) => `Voicemail: ${transcript}`,
    voicemailLink: (url) => `Listen to the voicemail: ${url}`,
    recording: (url, n) => `Recording${n === undefined ? '' : ` ${n}`}: ${url}`,
    conversation: (url) => `View conversation: ${url}`,
    said: (author, text) => `${author}:${text === '' ? '' : ` ${text}`}`,
    participants: (names) => `Participants: ${names.join(', ')}`,
    notDelivered: (status, errorCode) => {
        const code = errorCode === undefined ? '' : ` (code ${errorCode})`;
        if (status === 'failed') return `Not sent${code}`;
        return status === 'undelivered' ? `Not delivered${code}` : undefined;
    },
    unknownPerson: 'Unknown caller',
    unknownCompany: 'Unknown',
    yes: 'Yes',
    no: 'No',
    reason: reasonEn,
    opportunity: opportunityEn
};
