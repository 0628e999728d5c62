/** Preferences of what was said: recordings and transcripts. */
export const SAID_PREFERENCES = {
    recordings: {
        label: 'Recordings',
        help: 'A lasting link to each recording and voicemail.',
        guide: 'whether links to recordings are written'
    },
    transcripts: {
        label: 'Transcripts',
        help: 'The whole transcript, on records of Sona.',
        guide: 'whether transcripts are written'
    },
    callTranscripts: {
        label: 'Transcript records',
        help: 'A record of what was said for each call that Quo transcribed, read with the permission set Quo Transcript Reader.',
        guide: 'whether calls get a record of what was said, beside their Task'
    },
    transcriptDays: {
        label: 'Days that transcript records are kept',
        help: 'Counted from the call; after that they are deleted from Salesforce. Left empty: they stay.',
        fault: '“{seen}” is not a number of days. Enter a whole number from 1 to 36,500, or leave it empty to keep them.',
        guide: 'days after a call until its transcript record is deleted from Salesforce',
        otherwise: 'they stay'
    },
    recordingsNeedSignIn: {
        label: 'Recordings play for holders of the right to listen alone',
        help: 'Who holds “Quo Recording Listener” signs in to Salesforce, listens, and sees photos of texts. Switched off, both are open to whoever has the link: anybody whom it was forwarded to, without a name in the audit log.',
        guide: 'recordings and voicemails play, and photos of texts are shown, for holders of _Quo Recording Listener_, who sign in to Salesforce (`true`), or for whoever has the link, whoever it is (`false`)'
    },
    recordingsInPlaceDays: {
        label: 'Days that a recording plays in the Salesforce page',
        help: 'Counted from the call, by the field that only listeners read; afterwards, or with 0, it plays after a sign-in. From 0 to 365.',
        fault: '“{seen}” is not a number of days. Enter a whole number from 0 to 365.',
        guide: 'days from a call on that its recording plays in the Salesforce page, without a further sign-in; 0: never'
    }
} as const;
