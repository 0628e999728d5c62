import title from '@salesforce/label/c.Quo_Recording_Title';
import numbered from '@salesforce/label/c.Quo_Recording_Numbered';
import play from '@salesforce/label/c.Quo_Recording_Play';
import pause from '@salesforce/label/c.Quo_Recording_Pause';
import back from '@salesforce/label/c.Quo_Recording_Back';
import forward from '@salesforce/label/c.Quo_Recording_Forward';
import position from '@salesforce/label/c.Quo_Recording_Position';
import positionOf from '@salesforce/label/c.Quo_Recording_Position_Of';
import speed from '@salesforce/label/c.Quo_Recording_Speed';
import speedValue from '@salesforce/label/c.Quo_Recording_Speed_Value';
import loading from '@salesforce/label/c.Quo_Recording_Loading';
import none from '@salesforce/label/c.Quo_Recording_None';
import notReady from '@salesforce/label/c.Quo_Recording_Not_Ready';
import notAllowed from '@salesforce/label/c.Quo_Recording_Not_Allowed';
import cannotPlay from '@salesforce/label/c.Quo_Recording_Cannot_Play';
import blocked from '@salesforce/label/c.Quo_Recording_Blocked';
import interrupted from '@salesforce/label/c.Quo_Recording_Interrupted';
import playNamed from '@salesforce/label/c.Quo_Recording_Play_Named';
import pauseNamed from '@salesforce/label/c.Quo_Recording_Pause_Named';
import skipSilence from '@salesforce/label/c.Quo_Recording_Skip_Silence';
import voicemail from '@salesforce/label/c.Quo_Recording_Voicemail';
import open from '@salesforce/label/c.Quo_Recording_Open';

export const recording = {
    title,
    numbered,
    play,
    pause,
    back,
    forward,
    position,
    positionOf,
    speed,
    speedValue,
    loading,
    none,
    notReady,
    notAllowed,
    cannotPlay,
    blocked,
    interrupted,
    playNamed,
    pauseNamed,
    skipSilence,
    voicemail,
    open
} as const;
