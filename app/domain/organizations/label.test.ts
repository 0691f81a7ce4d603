import { describe, expect, test } from 'vitest';
import { organizationLabel } from './label.ts';

describe('an organization before a family name', () => {
  test.each([
    ['NPO法人ワークフェア', 'オホーツク相談センターふくろう', 'オホーツク相談センターふくろう'],
    ['旭川市社会福祉協議会', '旭川市自立サポートセンター', '旭川市自立サポートセンター'],
    ['キャリアバンク株式会社', '札幌市生活就労支援センター ステップ', '札幌市生活就労支援センター ステップ'],
  ])('%s %s is its office, which has a name of its own', (name, office, label) => {
    expect(organizationLabel(name, office)).toBe(label);
  });

  test.each([
    ['留萌市役所', '市民健康部社会福祉課', '留萌市 社会福祉課'],
    ['歌志内市役所', '保健福祉課 生活保護グループ', '歌志内市 保健福祉課'],
    ['富良野市社会福祉協議会', '自立相談支援センター', '富良野市社会福祉協議会 自立相談支援センター'],
    ['社会福祉法人 稚内社会福祉協議会', '自立生活支援センター', '稚内社会福祉協議会 自立生活支援センター'],
    ['日高振興局', '保健環境部社会福祉課', '日高振興局 社会福祉課'],
  ])('%s %s needs the organization to be told apart', (name, office, label) => {
    expect(organizationLabel(name, office)).toBe(label);
  });

  test('without an office it is the organization', () => {
    expect(organizationLabel('NPO法人ベトサダ', null)).toBe('NPO法人ベトサダ');
  });
});
