import type { Translation } from '../translation.ts';
import type { LISTENING as ENGLISH } from '../en/listening.ts';

export const LISTENING: Translation<typeof ENGLISH> = {
    title: 'Enregistrements',
    who: {
        title: 'Qui peut écouter',
        holders:
            'Les enregistrements et les messages vocaux jouent, et les photos et fichiers des textos s’affichent, pour les utilisateurs actifs qui détiennent « Quo Recording Listener », une fois connectés à Salesforce. Qui le perd, est désactivé ou gelé cesse d’écouter en dix minutes au plus.',
        inPlace:
            '{n, plural, one {Dans la page de la fiche, par le champ qu’eux seuls lisent, un enregistrement joue aussitôt pendant # jour depuis l’appel.} other {Dans la page de la fiche, par le champ qu’eux seuls lisent, un enregistrement joue aussitôt pendant # jours depuis l’appel.}} Chaque écoute y est consignée avec le nom que donne la page, que personne n’a prouvé.',
        neverInPlace: 'Dans la page de la fiche, rien ne joue : le lecteur donne le lien.',
        count: '{n, plural, =0 {Personne ne détient ce droit.} one {# utilisateur détient ce droit :} other {# utilisateurs détiennent ce droit :}}'
    },
    end: {
        title: 'Mettre fin à l’écoute',
        intro: 'La fin vaut aussitôt, dans chaque processus du connecteur. Ce qui est déjà sur l’appareil de quelqu’un y reste.',
        call: {
            label: 'Un appel ou un texto',
            help: 'Le lien d’un enregistrement ou d’une photo, son identifiant chez Quo, ou toute une description : chaque appel et texto dont elle porte le lien. Rien n’en joue ni ne s’affiche plus, pour personne.',
            button: 'Y mettre fin'
        },
        person: {
            label: 'Une personne',
            help: 'Nom d’utilisateur, adresse courriel ou identifiant dans Salesforce. Plus rien ne joue pour elle après une connexion. Tant qu’elle détient l’ensemble d’autorisations dans Salesforce, les enregistrements ne jouent dans la page pour personne : retirez-le-lui aussi.',
            button: 'Y mettre fin pour cette personne'
        },
        all: {
            help: 'Toute adresse qui joue dans la page prend fin, qui que ce soit qui l’ait gardée. Celles des derniers jours sont écrites de nouveau dans Salesforce, pour qui peut les lire maintenant.',
            button: 'Mettre fin à toutes les adresses qui jouent dans la page'
        }
    },
    ended: {
        title: 'Fins décidées à la main',
        what: 'Quoi',
        which: 'Lequel',
        at: 'Quand',
        actor: 'Par qui',
        again: 'Permettre de nouveau',
        kinds: { call: 'Appel ou texto', person: 'Personne' }
    },
    done: {
        call: 'Rien de cet appel ou de ce texto ne joue ni ne s’affiche plus.',
        person: 'Plus rien ne joue pour cette personne.',
        all: 'Toutes les adresses qui jouent dans la page ont pris fin; celles des derniers jours sont en cours de réécriture.',
        again: 'L’écoute est de nouveau permise.'
    }
};
