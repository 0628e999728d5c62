import type { Translation } from '../../translation.ts';
import type { SERVING_ERRORS as ENGLISH } from '../../en/errors/web.ts';

/** Serving, and recordings. */
export const SERVING_ERRORS: Translation<typeof ENGLISH> = {
    'WEB-PORT': {
        sentence: 'Le connecteur ne peut pas écouter sur {seen}.',
        action: 'Choisissez un autre PORT ou arrêtez le programme qui l’utilise.'
    },
    'WEB-RECORDING-LINK': {
        sentence: 'Ce lien vers un enregistrement ou une photo n’est pas valide.',
        action: 'Ouvrez-le depuis sa fiche dans Salesforce; les liens écrits avant le changement de clé ne mènent nulle part.'
    },
    'WEB-RECORDING-GONE': {
        sentence: 'Quo n’a pas cet enregistrement ou l’a supprimé.',
        action: 'Ouvrez la conversation dans Quo pour voir ce qui reste de l’appel.'
    },
    'WEB-ATTACHMENT-GONE': {
        sentence: 'Quo n’a pas cette photo ou ce fichier, ou l’a supprimé.',
        action: 'Ouvrez la conversation dans Quo pour voir ce qui en reste.'
    },
    'WEB-ATTACHMENT-LARGE': {
        sentence: 'Ce fichier dépasse la taille que le connecteur remet.',
        action: 'Ouvrez la conversation dans Quo pour le voir.'
    },
    'WEB-RECORDING-OFTEN': {
        sentence: 'Trop d’enregistrements ou de photos ont été demandés d’ici.',
        action: 'Attendez une minute, puis réessayez.'
    },
    'WEB-RECORDING-QUO': {
        sentence: 'Quo n’a pas remis l’enregistrement ou le fichier.',
        action: 'Réessayez dans une minute; si cela dure, demandez à votre administrateur de vérifier la connexion à Quo.'
    },
    'WEB-RECORDING-RIGHT': {
        sentence: 'Vous ne pouvez pas écouter les enregistrements ni voir les photos des textos.',
        action: 'Demandez à votre administrateur l’ensemble d’autorisations « Quo Recording Listener »; il compte ici en moins d’une minute.'
    },
    'WEB-RECORDING-ENDED': {
        sentence: 'Un administrateur a mis fin à cet accès, pour cet appel ou ce texto, ou pour vous.',
        action: 'Demandez à votre administrateur; il se permet de nouveau dans la console du connecteur, sous Enregistrements.'
    },
    'WEB-RECORDING-UNSURE': {
        sentence:
            'Depuis dix minutes, Salesforce n’a pas pu dire qui peut écouter; rien ne joue donc, et rien ne s’affiche.',
        action: 'Réessayez dans une minute; si cela dure, demandez à votre administrateur de regarder la connexion à Salesforce.'
    }
};
