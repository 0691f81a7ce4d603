// Cities elsewhere in Japan whose name is written in kana, and that are neither a name nor another word; for servers.
export const TOWNS_IN_KANA: readonly string[] =
  'さいたま つくば いわき ひたちなか かすみがうら つくばみらい いすみ ふじみ野 あきる野 にかほ つがる あわら かほく たつの あま うきは えびの うるま 南アルプス'.split(
    ' ',
  );
