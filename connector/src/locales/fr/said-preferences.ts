import type { Translation } from '../translation.ts';
import type { SAID_PREFERENCES as ENGLISH } from '../en/said-preferences.ts';

export const SAID_PREFERENCES: Translation<typeof ENGLISH> = {
    recordings: {
        label: 'Enregistrements',
        help: 'Un lien durable vers chaque enregistrement et message vocal.',
        guide: 'si les liens vers les enregistrements sont écrits'
    },
    transcripts: {
        label: 'Transcriptions',
        help: 'La transcription entière, sur les fiches de Sona.',
        guide: 'si les transcriptions sont écrites'
    },
    callTranscripts: {
        label: 'Fiches de transcription',
        help: 'Une fiche de ce qui a été dit pour chaque appel que Quo a transcrit, lue avec l’ensemble d’autorisations Quo Transcript Reader.',
        guide: 'si les appels ont une fiche de ce qui a été dit, à côté de leur tâche'
    },
    transcriptDays: {
        label: 'Jours de conservation des fiches de transcription',
        help: 'Comptés à partir de l’appel; elles sont ensuite supprimées de Salesforce. Vide : elles restent.',
        fault: '« {seen} » n’est pas un nombre de jours. Entrez un nombre entier de 1 à 36 500, ou laissez vide pour les garder.',
        guide: 'jours après un appel avant que sa fiche de transcription soit supprimée de Salesforce',
        otherwise: 'elles restent'
    },
    recordingsNeedSignIn: {
        label: 'Les enregistrements jouent seulement pour qui a le droit d’écouter',
        help: 'Qui détient « Quo Recording Listener » se connecte à Salesforce, écoute et voit les photos des textos. Désactivé, tout s’ouvre à quiconque a le lien : toute personne à qui il a été transmis, sans nom au journal d’audit.',
        guide: 'les enregistrements et les messages vocaux jouent, et les photos des textos s’affichent, pour qui détient _Quo Recording Listener_ et se connecte à Salesforce (`true`), ou pour quiconque a le lien (`false`)'
    },
    recordingsInPlaceDays: {
        label: 'Jours où un enregistrement joue dans la page de Salesforce',
        help: 'Comptés depuis l’appel, par le champ que seuls lisent ceux qui écoutent; ensuite, ou avec 0, il joue après une connexion. De 0 à 365.',
        fault: '« {seen} » n’est pas un nombre de jours. Entrez un nombre entier de 0 à 365.',
        guide: 'jours, depuis l’appel, où un enregistrement joue dans la page de Salesforce, sans autre connexion; 0 : jamais'
    }
};
