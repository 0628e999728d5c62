/** Who may listen to recordings, and ending it. */
export const LISTENING = {
    title: 'Recordings',
    who: {
        title: 'Who may listen',
        holders:
            'Recordings and voicemails play, and photos and files of texts are shown, for active users who hold “Quo Recording Listener”, after they sign in to Salesforce. Who loses it, is deactivated or frozen stops listening within ten minutes.',
        inPlace:
            '{n, plural, one {In the page of the record, by the field that only they read, a recording plays at once for # day from the call.} other {In the page of the record, by the field that only they read, a recording plays at once for # days from the call.}} Each play there is logged with the name that the page gives, which nobody has proven.',
        neverInPlace: 'In the page of the record nothing plays: the player gives the link.',
        count: '{n, plural, =0 {Nobody holds the right.} one {# user holds the right:} other {# users hold the right:}}'
    },
    end: {
        title: 'End listening',
        intro: 'It ends at once, in every process of the connector. What is already on somebody’s device stays there.',
        call: {
            label: 'A call or a text',
            help: 'The link to a recording or a photo, its id in Quo, or a whole description: every call and text that it links to. Nothing of them plays or is shown any more, to anybody.',
            button: 'End it for this'
        },
        person: {
            label: 'A person',
            help: 'Username, email or id in Salesforce. Nothing plays for them after a sign-in. While they hold the permission set in Salesforce, recordings play in the page for nobody: take it away there, too.',
            button: 'End it for this person'
        },
        all: {
            help: 'Every address that plays in the page ends, whoever kept it. Those of the last days are written anew in Salesforce, for whoever may read them now.',
            button: 'End all addresses that play in the page'
        }
    },
    ended: {
        title: 'Ended by hand',
        what: 'What',
        which: 'Which',
        at: 'When',
        actor: 'By whom',
        again: 'Let again',
        kinds: { call: 'Call or text', person: 'Person' }
    },
    done: {
        call: 'Nothing of this call or text plays or is shown any more.',
        person: 'Nothing plays for this person any more.',
        all: 'All addresses that play in the page have ended; those of the last days are being written anew.',
        again: 'It is let again.'
    } as Readonly<Record<string, string>>
} as const;
