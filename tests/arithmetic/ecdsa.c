/* ECDSA: RFC 6979 appendix A.2, RFC 4754 section 8.1, RFC 7515 appendix A.3, refusals, strict DER. */
#include "arithmetic/ecdsa.h"

#include <check.h>
#include <stdlib.h>

#include "arithmetic/ecdh.h"
#include "arithmetic/nonce.h"
#include "crypto/hash.h"
#include "crypto/hmac.h"
#include "tests/hex.h"
#include "tests/suite.h"
#include "tool/rule_text.h"

static const struct tls12_bytes none; /* nothing is added to the nonce */

static const struct {
  unsigned group;
  const char *x, *Ux, *Uy;
} keys[] = {
    {TLS12_SECP256R1, "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
     "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6",
     "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"},
    {TLS12_SECP384R1,
     "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5",
     "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA9055866064A254515480BC13",
     "8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD2533264720"},
    {TLS12_SECP521R1,
     "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75CAA896EB32F1F47C70855836A6D16FCC1466"
     "F6D8FBEC67DB89EC0C08B0E996B83538",
     "01894550D0785932E00EAA23B694F213F8C3121F86DC97A04E5A7167DB4E5BCD371123D46E45DB6B5D5370A7F20FB633155D"
     "38FFA16D2BD761DCAC474B9A2F5023A4",
     "00493101C962CD4D2FDDF782285E64584139C2F91B47F87FF82354D6630F746A28A0DB25741B5B34A828008B22ACC23F924F"
     "AAFBD4D33F81EA66956DFEAA2BFDFCF5"},
};

/* RFC 6979 appendix A.2: key, hash, message, k, r, s */
static const struct {
  unsigned key;
  enum tls12_hash hash;
  const char *message, *k, *r, *s;
} examples[] = {
    {0, TLS12_SHA1, "sample", "882905F1227FD620FBF2ABF21244F0BA83D0DC3A9103DBBEE43A1FB858109DB4",
     "61340C88C3AAEBEB4F6D667F672CA9759A6CCAA9FA8811313039EE4A35471D32",
     "6D7F147DAC089441BB2E2FE8F7A3FA264B9C475098FDCF6E00D7C996E1B8B7EB"},
    {0, TLS12_SHA224, "sample", "103F90EE9DC52E5E7FB5132B7033C63066D194321491862059967C715985D473",
     "53B2FFF5D1752B2C689DF257C04C40A587FABABB3F6FC2702F1343AF7CA9AA3F",
     "B9AFB64FDC03DC1A131C7D2386D11E349F070AA432A4ACC918BEA988BF75C74C"},
    {0, TLS12_SHA256, "sample", "A6E3C57DD01ABE90086538398355DD4C3B17AA873382B0F24D6129493D8AAD60",
     "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
     "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"},
    {0, TLS12_SHA384, "sample", "09F634B188CEFD98E7EC88B1AA9852D734D0BC272F7D2A47DECC6EBEB375AAD4",
     "0EAFEA039B20E9B42309FB1D89E213057CBF973DC0CFC8F129EDDDC800EF7719",
     "4861F0491E6998B9455193E34E7B0D284DDD7149A74B95B9261F13ABDE940954"},
    {0, TLS12_SHA512, "sample", "5FA81C63109BADB88C1F367B47DA606DA28CAD69AA22C4FE6AD7DF73A7173AA5",
     "8496A60B5E9B47C825488827E0495B0E3FA109EC4568FD3F8D1097678EB97F00",
     "2362AB1ADBE2B8ADF9CB9EDAB740EA6049C028114F2460F96554F61FAE3302FE"},
    {0, TLS12_SHA1, "test", "8C9520267C55D6B980DF741E56B4ADEE114D84FBFA2E62137954164028632A2E",
     "0CBCC86FD6ABD1D99E703E1EC50069EE5C0B4BA4B9AC60E409E8EC5910D81A89",
     "01B9D7B73DFAA60D5651EC4591A0136F87653E0FD780C3B1BC872FFDEAE479B1"},
    {0, TLS12_SHA224, "test", "669F4426F2688B8BE0DB3A6BD1989BDAEFFF84B649EEB84F3DD26080F667FAA7",
     "C37EDB6F0AE79D47C3C27E962FA269BB4F441770357E114EE511F662EC34A692",
     "C820053A05791E521FCAAD6042D40AEA1D6B1A540138558F47D0719800E18F2D"},
    {0, TLS12_SHA256, "test", "D16B6AE827F17175E040871A1C7EC3500192C4C92677336EC2537ACAEE0008E0",
     "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
     "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"},
    {0, TLS12_SHA384, "test", "16AEFFA357260B04B1DD199693960740066C1A8F3E8EDD79070AA914D361B3B8",
     "83910E8B48BB0C74244EBDF7F07A1C5413D61472BD941EF3920E623FBCCEBEB6",
     "8DDBEC54CF8CD5874883841D712142A56A8D0F218F5003CB0296B6B509619F2C"},
    {0, TLS12_SHA512, "test", "6915D11632ACA3C40D5D51C08DAF9C555933819548784480E93499000D9F0B7F",
     "461D93F31B6540894788FD206C07CFA0CC35F46FA3C91816FFF1040AD1581A04",
     "39AF9F15DE0DB8D97E72719C74820D304CE5226E32DEDAE67519E840D1194E55"},
    {1, TLS12_SHA1, "sample",
     "4471EF7518BB2C7C20F62EAE1C387AD0C5E8E470995DB4ACF694466E6AB096630F29E5938D25106C3C340045A2DB01A7",
     "EC748D839243D6FBEF4FC5C4859A7DFFD7F3ABDDF72014540C16D73309834FA37B9BA002899F6FDA3A4A9386790D4EB2",
     "A3BCFA947BEEF4732BF247AC17F71676CB31A847B9FF0CBC9C9ED4C1A5B3FACF26F49CA031D4857570CCB5CA4424A443"},
    {1, TLS12_SHA224, "sample",
     "A4E4D2F0E729EB786B31FC20AD5D849E304450E0AE8E3E341134A5C1AFA03CAB8083EE4E3C45B06A5899EA56C51B5879",
     "42356E76B55A6D9B4631C865445DBE54E056D3B3431766D0509244793C3F9366450F76EE3DE43F5A125333A6BE060122",
     "9DA0C81787064021E78DF658F2FBB0B042BF304665DB721F077A4298B095E4834C082C03D83028EFBF93A3C23940CA8D"},
    {1, TLS12_SHA256, "sample",
     "180AE9F9AEC5438A44BC159A1FCB277C7BE54FA20E7CF404B490650A8ACC414E375572342863C899F9F2EDF9747A9B60",
     "21B13D1E013C7FA1392D03C5F99AF8B30C570C6F98D4EA8E354B63A21D3DAA33BDE1E888E63355D92FA2B3C36D8FB2CD",
     "F3AA443FB107745BF4BD77CB3891674632068A10CA67E3D45DB2266FA7D1FEEBEFDC63ECCD1AC42EC0CB8668A4FA0AB0"},
    {1, TLS12_SHA384, "sample",
     "94ED910D1A099DAD3254E9242AE85ABDE4BA15168EAF0CA87A555FD56D10FBCA2907E3E83BA95368623B8C4686915CF9",
     "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46",
     "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8"},
    {1, TLS12_SHA512, "sample",
     "92FC3C7183A883E24216D1141F1A8976C5B0DD797DFA597E3D7B32198BD35331A4E966532593A52980D0E3AAA5E10EC3",
     "ED0959D5880AB2D869AE7F6C2915C6D60F96507F9CB3E047C0046861DA4A799CFE30F35CC900056D7C99CD7882433709",
     "512C8CCEEE3890A84058CE1E22DBC2198F42323CE8ACA9135329F03C068E5112DC7CC3EF3446DEFCEB01A45C2667FDD5"},
    {1, TLS12_SHA1, "test",
     "66CC2C8F4D303FC962E5FF6A27BD79F84EC812DDAE58CF5243B64A4AD8094D47EC3727F3A3C186C15054492E30698497",
     "4BC35D3A50EF4E30576F58CD96CE6BF638025EE624004A1F7789A8B8E43D0678ACD9D29876DAF46638645F7F404B11C7",
     "D5A6326C494ED3FF614703878961C0FDE7B2C278F9A65FD8C4B7186201A2991695BA1C84541327E966FA7B50F7382282"},
    {1, TLS12_SHA224, "test",
     "18FA39DB95AA5F561F30FA3591DC59C0FA3653A80DAFFA0B48D1A4C6DFCBFF6E3D33BE4DC5EB8886A8ECD093F2935726",
     "E8C9D0B6EA72A0E7837FEA1D14A1A9557F29FAA45D3E7EE888FC5BF954B5E62464A9A817C47FF78B8C11066B24080E72",
     "07041D4A7A0379AC7232FF72E6F77B6DDB8F09B16CCE0EC3286B2BD43FA8C6141C53EA5ABEF0D8231077A04540A96B66"},
    {1, TLS12_SHA256, "test",
     "0CFAC37587532347DC3389FDC98286BBA8C73807285B184C83E62E26C401C0FAA48DD070BA79921A3457ABFF2D630AD7",
     "6D6DEFAC9AB64DABAFE36C6BF510352A4CC27001263638E5B16D9BB51D451559F918EEDAF2293BE5B475CC8F0188636B",
     "2D46F3BECBCC523D5F1A1256BF0C9B024D879BA9E838144C8BA6BAEB4B53B47D51AB373F9845C0514EEFB14024787265"},
    {1, TLS12_SHA384, "test",
     "015EE46A5BF88773ED9123A5AB0807962D193719503C527B031B4C2D225092ADA71F4A459BC0DA98ADB95837DB8312EA",
     "8203B63D3C853E8D77227FB377BCF7B7B772E97892A80F36AB775D509D7A5FEB0542A7F0812998DA8F1DD3CA3CF023DB",
     "DDD0760448D42D8A43AF45AF836FCE4DE8BE06B485E9B61B827C2F13173923E06A739F040649A667BF3B828246BAA5A5"},
    {1, TLS12_SHA512, "test",
     "3780C4F67CB15518B6ACAE34C9F83568D2E12E47DEAB6C50A4E4EE5319D1E8CE0E2CC8A136036DC4B9C00E6888F66B6C",
     "A0D5D090C9980FAF3C2CE57B7AE951D31977DD11C775D314AF55F76C676447D06FB6495CD21B4B6E340FC236584FB277",
     "976984E59B4C77B0E8E4460DCA3D9F20E07B9BB1F63BEEFAF576F6B2E8B224634A2092CD3792E0159AD9CEE37659C736"},
    {2, TLS12_SHA1, "sample",
     "0089C071B419E1C2820962321787258469511958E80582E95D8378E0C2CCDB3CB42BEDE42F50E3FA3C71F5A76724281D31D9"
     "C89F0F91FC1BE4918DB1C03A5838D0F9",
     "00343B6EC45728975EA5CBA6659BBB6062A5FF89EEA58BE3C80B619F322C87910FE092F7D45BB0F8EEE01ED3F20BABEC079D"
     "202AE677B243AB40B5431D497C55D75D",
     "00E7B0E675A9B24413D448B8CC119D2BF7B2D2DF032741C096634D6D65D0DBE3D5694625FB9E8104D3B842C1B0E2D0B98BEA"
     "19341E8676AEF66AE4EBA3D5475D5D16"},
    {2, TLS12_SHA224, "sample",
     "0121415EC2CD7726330A61F7F3FA5DE14BE9436019C4DB8CB4041F3B54CF31BE0493EE3F427FB906393D895A19C9523F3A1D"
     "54BB8702BD4AA9C99DAB2597B92113F3",
     "01776331CFCDF927D666E032E00CF776187BC9FDD8E69D0DABB4109FFE1B5E2A30715F4CC923A4A5E94D2503E9ACFED92857"
     "B7F31D7152E0F8C00C15FF3D87E2ED2E",
     "0050CB5265417FE2320BBB5A122B8E1A32BD699089851128E360E620A30C7E17BA41A666AF126CE100E5799B153B60528D53"
     "00D08489CA9178FB610A2006C254B41F"},
    {2, TLS12_SHA256, "sample",
     "00EDF38AFCAAECAB4383358B34D67C9F2216C8382AAEA44A3DAD5FDC9C32575761793FEF24EB0FC276DFC4F6E3EC476752F0"
     "43CF01415387470BCBD8678ED2C7E1A0",
     "01511BB4D675114FE266FC4372B87682BAECC01D3CC62CF2303C92B3526012659D16876E25C7C1E57648F23B73564D67F61C"
     "6F14D527D54972810421E7D87589E1A7",
     "004A171143A83163D6DF460AAF61522695F207A58B95C0644D87E52AA1A347916E4F7A72930B1BC06DBE22CE3F58264AFD23"
     "704CBB63B29B931F7DE6C9D949A7ECFC"},
    {2, TLS12_SHA384, "sample",
     "01546A108BC23A15D6F21872F7DED661FA8431DDBD922D0DCDB77CC878C8553FFAD064C95A920A750AC9137E527390D2D92F"
     "153E66196966EA554D9ADFCB109C4211",
     "01EA842A0E17D2DE4F92C15315C63DDF72685C18195C2BB95E572B9C5136CA4B4B576AD712A52BE9730627D16054BA40CC0B"
     "8D3FF035B12AE75168397F5D50C67451",
     "01F21A3CEE066E1961025FB048BD5FE2B7924D0CD797BABE0A83B66F1E35EEAF5FDE143FA85DC394A7DEE766523393784484"
     "BDF3E00114A1C857CDE1AA203DB65D61"},
    {2, TLS12_SHA512, "sample",
     "01DAE2EA071F8110DC26882D4D5EAE0621A3256FC8847FB9022E2B7D28E6F10198B1574FDD03A9053C08A1854A168AA5A574"
     "70EC97DD5CE090124EF52A2F7ECBFFD3",
     "00C328FAFCBD79DD77850370C46325D987CB525569FB63C5D3BC53950E6D4C5F174E25A1EE9017B5D450606ADD152B534931"
     "D7D4E8455CC91F9B15BF05EC36E377FA",
     "00617CCE7CF5064806C467F678D3B4080D6F1CC50AF26CA209417308281B68AF282623EAA63E5B5C0723D8B8C37FF0777B1A"
     "20F8CCB1DCCC43997F1EE0E44DA4A67A"},
    {2, TLS12_SHA1, "test",
     "00BB9F2BF4FE1038CCF4DABD7139A56F6FD8BB1386561BD3C6A4FC818B20DF5DDBA80795A947107A1AB9D12DAA615B1ADE4F"
     "7A9DC05E8E6311150F47F5C57CE8B222",
     "013BAD9F29ABE20DE37EBEB823C252CA0F63361284015A3BF430A46AAA80B87B0693F0694BD88AFE4E661FC33B094CD3B796"
     "3BED5A727ED8BD6A3A202ABE009D0367",
     "01E9BB81FF7944CA409AD138DBBEE228E1AFCC0C890FC78EC8604639CB0DBDC90F717A99EAD9D272855D00162EE9527567DD"
     "6A92CBD629805C0445282BBC916797FF"},
    {2, TLS12_SHA224, "test",
     "0040D09FCF3C8A5F62CF4FB223CBBB2B9937F6B0577C27020A99602C25A01136987E452988781484EDBBCF1C47E554E7FC90"
     "1BC3085E5206D9F619CFF07E73D6F706",
     "01C7ED902E123E6815546065A2C4AF977B22AA8EADDB68B2C1110E7EA44D42086BFE4A34B67DDC0E17E96536E358219B23A7"
     "06C6A6E16BA77B65E1C595D43CAE17FB",
     "0177336676304FCB343CE028B38E7B4FBA76C1C1B277DA18CAD2A8478B2A9A9F5BEC0F3BA04F35DB3E4263569EC6AADE8C92"
     "746E4C82F8299AE1B8F1739F8FD519A4"},
    {2, TLS12_SHA256, "test",
     "001DE74955EFAABC4C4F17F8E84D881D1310B5392D7700275F82F145C61E843841AF09035BF7A6210F5A431A6A9E81C93233"
     "54A9E69135D44EBD2FCAA7731B909258",
     "000E871C4A14F993C6C7369501900C4BC1E9C7B0B4BA44E04868B30B41D8071042EB28C4C250411D0CE08CD197E4188EA487"
     "6F279F90B3D8D74A3C76E6F1E4656AA8",
     "00CD52DBAA33B063C3A6CD8058A1FB0A46A4754B034FCC644766CA14DA8CA5CA9FDE00E88C1AD60CCBA759025299079D7A42"
     "7EC3CC5B619BFBC828E7769BCD694E86"},
    {2, TLS12_SHA384, "test",
     "01F1FC4A349A7DA9A9E116BFDD055DC08E78252FF8E23AC276AC88B1770AE0B5DCEB1ED14A4916B769A523CE1E90BA22846A"
     "F11DF8B300C38818F713DADD85DE0C88",
     "014BEE21A18B6D8B3C93FAB08D43E739707953244FDBE924FA926D76669E7AC8C89DF62ED8975C2D8397A65A49DCC09F6B0A"
     "C62272741924D479354D74FF6075578C",
     "0133330865C067A0EAF72362A65E2D7BC4E461E8C8995C3B6226A21BD1AA78F0ED94FE536A0DCA35534F0CD1510C41525D16"
     "3FE9D74D134881E35141ED5E8E95B979"},
    {2, TLS12_SHA512, "test",
     "016200813020EC986863BEDFC1B121F605C1215645018AEA1A7B215A564DE9EB1B38A67AA1128B80CE391C4FB71187654AAA"
     "3431027BFC7F395766CA988C964DC56D",
     "013E99020ABF5CEE7525D16B69B229652AB6BDF2AFFCAEF38773B4B7D08725F10CDB93482FDCC54EDCEE91ECA4166B2A7C62"
     "65EF0CE2BD7051B7CEF945BABD47EE6D",
     "01FBD0013C674AA79CB39849527916CE301C66EA7CE8B80682786AD60F98F7E78A19CA69EFF5C57400E3B3A0AD66CE097821"
     "4D13BAF4E9AC60752F7B155E2DE4DCE3"},
};

static struct tls12_bytes make_point(unsigned size, const char *x, const char *y, uint8_t *out)
{
  out[0] = 4;
  ck_assert(number_from_hex(x, out + 1, size) && number_from_hex(y, out + 1 + size, size));
  return (struct tls12_bytes){out, 1 + 2 * size};
}

static struct tls12_bytes digest_of(enum tls12_hash hash, const uint8_t *message, uint32_t length, uint8_t *out)
{
  const struct tls12_bytes part = {message, length};
  tls12_hash_parts(hash, &part, 1, out);
  return (struct tls12_bytes){out, tls12_hash_size(hash)};
}

static int verify_numbers(unsigned group, struct tls12_bytes point, struct tls12_bytes digest, const char *r,
                          const char *s)
{
  uint8_t rb[ECDH_SIZE_MAX], sb[ECDH_SIZE_MAX], der[ECDSA_SIGNATURE_MAX];
  unsigned size = ecdh_size(group);
  if (!number_from_hex(r, rb, size) || !number_from_hex(s, sb, size) || (size == 66 && (rb[0] > 127 || sb[0] > 127)))
    return 0;
  uint32_t n = ecdsa_signature_write(rb, sb, size, der);
  return ecdsa_verify(group, point, digest, (struct tls12_bytes){der, n});
}

//= build/requirements.md#R9325-4.2-03
//= type=test
//# ECDSA uses deterministic nonces (RFC 6979) or equivalent protection.
START_TEST(rfc6979)
{
  unsigned key = examples[_i].key, group = keys[key].group, size = ecdh_size(group);
  enum tls12_hash hash = examples[_i].hash;
  uint8_t x[ECDH_SIZE_MAX], U[ECDH_POINT_MAX], point[ECDH_POINT_MAX], h[64], r[ECDH_SIZE_MAX], s[ECDH_SIZE_MAX];
  uint8_t der[ECDSA_SIGNATURE_MAX], rb[ECDH_SIZE_MAX], sb[ECDH_SIZE_MAX];
  uint32_t length;
  ck_assert(number_from_hex(keys[key].x, x, size));
  struct tls12_bytes public = make_point(size, keys[key].Ux, keys[key].Uy, U);
  ck_assert(ecdh_public(group, x, point));
  ck_assert_mem_eq(point, U, 1 + 2 * size);
  struct tls12_bytes digest =
      digest_of(hash, (const uint8_t *)examples[_i].message, (uint32_t)strlen(examples[_i].message), h);
  ck_assert(ecdsa_sign(group, x, hash, digest, none, der, &length));
  ck_assert(ecdsa_signature_read((struct tls12_bytes){der, length}, size, r, s));
  ck_assert(number_from_hex(examples[_i].r, rb, size) && number_from_hex(examples[_i].s, sb, size));
  ck_assert_mem_eq(r, rb, size);
  ck_assert_mem_eq(s, sb, size);
  ck_assert(ecdsa_verify(group, public, digest, (struct tls12_bytes){der, length}));
  for (uint32_t bit = 0; bit < 8 * length; bit += 7) { /* no other signature passes */
    der[bit / 8] ^= (uint8_t)(1u << bit % 8);
    ck_assert(!ecdsa_verify(group, public, digest, (struct tls12_bytes){der, length}));
    der[bit / 8] ^= (uint8_t)(1u << bit % 8);
  }
  h[0] ^= 0x80;
  ck_assert(!ecdsa_verify(group, public, digest, (struct tls12_bytes){der, length}));
  h[0] ^= 0x80;
  U[size] ^= 1;
  ck_assert(!ecdsa_verify(group, public, digest, (struct tls12_bytes){der, length}));
}
END_TEST

/* k of RFC 6979 appendix A.2.5 where the digest has the length of the order: bits2octets is the digest modulo n. */
//= build/requirements.md#R6979-3.2-01
//= type=test
//# Deterministic k for DSA and ECDSA is derived by HMAC_DRBG from private key and digest; signatures stay compatible
//# with ordinary verification.
START_TEST(rfc6979_nonce)
{
  uint8_t x[32], h[64], k[32], expected[32];
  number_from_hex(keys[0].x, x, 32);
  for (unsigned i = 0; i < sizeof examples / sizeof *examples; i++)
    if (examples[i].key == 0 && examples[i].hash == TLS12_SHA256) {
      struct nonce g;
      struct tls12_bytes digest =
          digest_of(TLS12_SHA256, (const uint8_t *)examples[i].message, (uint32_t)strlen(examples[i].message), h);
      nonce_start(&g, TLS12_SHA256, (struct tls12_bytes){x, 32}, digest, none);
      nonce_next(&g, k, 32);
      number_from_hex(examples[i].k, expected, 32);
      ck_assert_mem_eq(k, expected, 32);
    }
}
END_TEST

/* RFC 6979 section 3.6: k' goes after the digest into both updates of K. Steps b to h, by hand. */
START_TEST(added_randomness)
{
  static const uint8_t marks[2] = {0, 1};
  uint8_t x[32], h[64], K[32] = {0}, V[32], k[32], extra[40];
  struct nonce g;
  number_from_hex(keys[0].x, x, 32);
  for (unsigned i = 0; i < sizeof extra; i++) extra[i] = (uint8_t)(200 + i);
  const struct tls12_bytes private = {x, 32}, key = {K, 32}, value = {V, 32};
  const struct tls12_bytes digest = digest_of(TLS12_SHA256, (const uint8_t *)"sample", 6, h);
  for (uint32_t length = 1; length <= sizeof extra; length += 39) {
    const struct tls12_bytes added = {extra, length};
    memset(V, 1, sizeof V);
    memset(K, 0, sizeof K);
    for (int i = 0; i < 2; i++) {
      const struct tls12_bytes parts[] = {value, {marks + i, 1}, private, digest, added};
      uint8_t next[32];
      tls12_hmac(TLS12_SHA256, key, parts, 5, next);
      memcpy(K, next, sizeof K);
      tls12_hmac(TLS12_SHA256, key, &value, 1, next);
      memcpy(V, next, sizeof V);
    }
    tls12_hmac(TLS12_SHA256, key, &value, 1, k);
    memcpy(V, k, sizeof V);
    nonce_start(&g, TLS12_SHA256, private, digest, added);
    uint8_t made[32];
    nonce_next(&g, made, 32);
    ck_assert_mem_eq(made, k, 32);
  }
}
END_TEST

/* With what is added the signature changes, and stays one. */
START_TEST(added_to_signatures)
{
  uint8_t x[ECDH_SIZE_MAX], h[64], U[ECDH_POINT_MAX], extra[40] = {0}, made[3][ECDSA_SIGNATURE_MAX];
  uint32_t length[3];
  for (unsigned i = 0; i < sizeof keys / sizeof *keys; i++) {
    const unsigned group = keys[i].group, size = ecdh_size(group);
    number_from_hex(keys[i].x, x, size);
    const struct tls12_bytes public = make_point(size, keys[i].Ux, keys[i].Uy, U);
    const struct tls12_bytes digest = digest_of(TLS12_SHA256, (const uint8_t *)"sample", 6, h);
    for (uint8_t k = 0; k < 3; k++) {
      extra[39] = k;
      const struct tls12_bytes added = {extra, k == 0 ? 0 : 40};
      ck_assert(ecdsa_sign(group, x, TLS12_SHA256, digest, added, made[k], &length[k]));
      ck_assert(ecdsa_verify(group, public, digest, (struct tls12_bytes){made[k], length[k]}));
    }
    ck_assert(length[0] != length[1] || memcmp(made[0], made[1], length[0]) != 0);
    ck_assert(length[1] != length[2] || memcmp(made[1], made[2], length[1]) != 0);
    uint8_t again[ECDSA_SIGNATURE_MAX];
    ck_assert(ecdsa_sign(group, x, TLS12_SHA256, digest, (struct tls12_bytes){extra, 40}, again, &length[0]));
    ck_assert_uint_eq(length[0], length[2]);
    ck_assert_mem_eq(again, made[2], length[2]);
  }
}
END_TEST

START_TEST(rfc4754)
{
  uint8_t U[65], h[32];
  struct tls12_bytes public = make_point(32, "2442A5CC0ECD015FA3CA31DC8E2BBC70BF42D60CBCA20085E0822CB04235E970",
                                         "6FC98BD7E50211A4A27102FA3549DF79EBCB4BF246B80945CDDFE7D509BBFD7D", U);
  struct tls12_bytes digest = digest_of(TLS12_SHA256, (const uint8_t *)"abc", 3, h);
  const char *r = "CB28E0999B9C7715FD0A80D8E47A77079716CBBF917DD72E97566EA1C066957C";
  ck_assert(verify_numbers(TLS12_SECP256R1, public, digest, r,
                           "86FA3BB4E26CAD5BF90B7F81899256CE7594BB1EA0C89212748BFF3B3D5B0315"));
  ck_assert(!verify_numbers(TLS12_SECP256R1, public, digest, r,
                            "86FA3BB4E26CAD5BF90B7F81899256CE7594BB1EA0C89212748BFF3B3D5B0316"));
}
END_TEST

START_TEST(rfc7515)
{
  static const char input[] = "eyJhbGciOiJFUzI1NiJ9"
                              ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                              "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
  static const uint8_t r[32] = {14,  209, 33, 83, 121, 99,  108, 72,  60, 47,  127, 21,  88, 7,   212, 2,
                                163, 178, 40, 3,  58,  249, 124, 126, 23, 129, 154, 195, 22, 158, 166, 101};
  static const uint8_t s[32] = {197, 10,  7,   211, 140, 60,  112, 229, 216, 241, 45,  175, 8,   74,  84, 128,
                                166, 101, 144, 197, 242, 147, 80,  154, 143, 63,  127, 138, 131, 163, 84, 213};
  uint8_t U[65], h[32], der[ECDSA_SIGNATURE_MAX];
  struct tls12_bytes public = make_point(32, "7FCDCE2770F6C45D4183CBEE6FDB4B7B580733357BE9EF13BACF6E3C7BD15445",
                                         "C7F144CD1BBD9B7E872CDFEDB9EEB9F4B3695D6EA90B24AD8A4623288588E5AD", U);
  struct tls12_bytes digest = digest_of(TLS12_SHA256, (const uint8_t *)input, sizeof input - 1, h);
  uint32_t n = ecdsa_signature_write(r, s, 32, der);
  ck_assert(ecdsa_verify(TLS12_SECP256R1, public, digest, (struct tls12_bytes){der, n}));
  der[n - 1] ^= 1;
  ck_assert(!ecdsa_verify(TLS12_SECP256R1, public, digest, (struct tls12_bytes){der, n}));
}
END_TEST

START_TEST(ranges)
{
  uint8_t U[65], h[32] = {1};
  struct tls12_bytes public = make_point(32, keys[0].Ux, keys[0].Uy, U), digest = {h, 32};
  const char *n = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
  static const char *const bad[] = {"0", NULL, "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"};
  for (int i = 0; i < 3; i++) {
    ck_assert(!verify_numbers(TLS12_SECP256R1, public, digest, bad[i] == NULL ? n : bad[i], "1"));
    ck_assert(!verify_numbers(TLS12_SECP256R1, public, digest, "1", bad[i] == NULL ? n : bad[i]));
  }
  uint8_t x[32] = {0}, der[ECDSA_SIGNATURE_MAX];
  uint32_t length = 7;
  ck_assert(!ecdsa_sign(TLS12_SECP256R1, x, TLS12_SHA256, digest, none, der, &length));
  ck_assert_uint_eq(length, 0);
  x[31] = 1;
  ck_assert(!ecdsa_sign(TLS12_SECP256R1, x, TLS12_SHA384, digest, none, der, &length));
  ck_assert(!ecdsa_sign(TLS12_X25519, x, TLS12_SHA256, digest, none, der, &length));
  ck_assert(ecdsa_sign(TLS12_SECP256R1, x, TLS12_SHA256, digest, none, der, &length));
  ck_assert(!ecdsa_verify(TLS12_X25519, public, digest, (struct tls12_bytes){der, length}));
}
END_TEST

static int reads(const char *hex, const char *r_hex, const char *s_hex)
{
  uint8_t der[256], r[4], s[4], re[4], se[4];
  struct tls12_bytes d = {der, from_hex(hex, der, sizeof der)};
  if (!ecdsa_signature_read(d, 4, r, s)) return 0;
  ck_assert(number_from_hex(r_hex, re, 4) && number_from_hex(s_hex, se, 4));
  ck_assert_mem_eq(r, re, 4);
  ck_assert_mem_eq(s, se, 4);
  return 1;
}

START_TEST(der)
{
  ck_assert(reads("3006020101020102", "1", "2"));
  ck_assert(reads("300602017f020100", "7f", "0"));
  ck_assert(reads("30070202008002017f", "80", "7f"));
  ck_assert(reads("300c020500ffffffff0203010203", "ffffffff", "010203"));
  static const char *const bad[] = {
      "",
      "30",
      "3006020101",
      "30060201010201",
      "300602010102010200",   /* bytes after the sequence */
      "3007020101020102",     /* too long a length */
      "300702010102010200",   /* bytes after s, inside */
      "3005020101020102",     /* too short a length */
      "3106020101020102",     /* not a SEQUENCE */
      "3006030101020102",     /* not an INTEGER */
      "3006020101030102",     /* not an INTEGER */
      "308106020101020102",   /* long form of a short length */
      "30820006020101020102", /* long form of a short length */
      ("3080020101020102"
       "0000"),                   /* indefinite length */
      "300702020001020102",       /* r not minimal */
      "300702010102020002",       /* s not minimal */
      "3006020180020102",         /* r negative */
      "30060201010201ff",         /* s negative */
      "3005020002010200",         /* r empty */
      "3005020101020000",         /* s empty */
      "300702810101020102",       /* long form in r */
      "300b02050100000000020102", /* r too large */
      "300d020600ffffffffff0203010203",
  };
  for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++)
    ck_assert_msg(!reads(bad[i], "0", "0"), "%s: %s", rule_text(R8422_5_4_08)->id, bad[i]);
}
END_TEST

/* Every pair of numbers is written so that it is read back, and cut short anywhere is refused. */
START_TEST(der_round_trip)
{
  uint64_t state = 1;
  for (int round = 0; round < 20000; round++) {
    uint8_t r[66] = {0}, s[66] = {0}, r2[66], s2[66], out[ECDSA_SIGNATURE_MAX];
    static const unsigned sizes[] = {32, 48, 66, 1, 2};
    unsigned size = sizes[round % 5];
    state = state * 6364136223846793005u + 1442695040888963407u;
    unsigned r_zeros = (unsigned)(state >> 40) % (size + 1), s_zeros = (unsigned)(state >> 50) % (size + 1);
    for (unsigned i = 0; i < size; i++) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      r[i] = i < r_zeros ? 0 : (uint8_t)(state >> 33);
      s[i] = i < s_zeros ? 0 : (uint8_t)(state >> 50);
    }
    if (size == 66) r[0] %= 128, s[0] %= 128;
    uint32_t n = ecdsa_signature_write(r, s, size, out);
    ck_assert_uint_le(n, ECDSA_SIGNATURE_MAX);
    ck_assert(ecdsa_signature_read((struct tls12_bytes){out, n}, size, r2, s2));
    ck_assert_mem_eq(r, r2, size);
    ck_assert_mem_eq(s, s2, size);
    if (round < 100)
      for (uint32_t m = 0; m < n; m++) ck_assert(!ecdsa_signature_read((struct tls12_bytes){out, m}, size, r2, s2));
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("ecdsa");
  TCase *tests = tcase_create("ecdsa");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(tests, rfc6979, 0, sizeof examples / sizeof *examples);
  tcase_add_test(tests, rfc6979_nonce);
  tcase_add_test(tests, added_randomness);
  tcase_add_test(tests, added_to_signatures);
  tcase_add_test(tests, rfc4754);
  tcase_add_test(tests, rfc7515);
  tcase_add_test(tests, ranges);
  tcase_add_test(tests, der);
  tcase_add_test(tests, der_round_trip);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
