import { cifar10Folder } from '../cifar10Files';
import { findCifar10 } from '../findCifar10';
import { findMnist } from '../findMnist';
import { mnistFiles, mnistFolder } from '../mnistFiles';
import type { RemoteDataset, RemoteFile } from './remoteDataset';
import { unpackMembers } from './unpackMembers';

const mnistMirrors = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
];

/** @param sent, held [bytes, SHA-256] of the gzip file, and of its content */
function mnistFile(name: string, sent: [number, string], held: [number, string]): RemoteFile {
  const zipped = `${name}.gz`;
  return {
    name: zipped,
    bytes: sent[0],
    sha256: sent[1],
    urls: mnistMirrors.map((mirror) => mirror + zipped),
    holds: [{ names: [zipped, name], bytes: held[0], sha256: held[1] }],
  };
}

const batchSums = {
  'data_batch_1.bin': 'cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5',
  'data_batch_2.bin': 'a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed',
  'data_batch_3.bin': 'bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67',
  'data_batch_4.bin': '014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48',
  'data_batch_5.bin': '755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add',
  'test_batch.bin': '8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b',
};

const cifar10Members = [...Object.keys(batchSums), 'batches.meta.txt'].map(
  (name) => `cifar-10-batches-bin/${name}`,
);

/**
 * The data sets, their sources and checksums. Those of MNIST are the SHA-256 sums of the files with the MD5 sums that torchvision
 * checks (`torchvision/datasets/mnist.py`); the archive of CIFAR-10 is the one with the MD5 on its page
 * (https://www.cs.toronto.edu/~kriz/cifar.html), its SHA-256 sums, and those of its files, are the ones of torchvision-ruby.
 */
export const remoteDatasets: readonly RemoteDataset[] = [
  {
    name: 'mnist',
    folderOf: mnistFolder,
    find: findMnist,
    files: [
      mnistFile(
        mnistFiles.train.images,
        [9912422, '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609'],
        [47040016, 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db'],
      ),
      mnistFile(
        mnistFiles.train.labels,
        [28881, '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c'],
        [60008, '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5'],
      ),
      mnistFile(
        mnistFiles.test.images,
        [1648877, '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6'],
        [7840016, '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7'],
      ),
      mnistFile(
        mnistFiles.test.labels,
        [4542, 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6'],
        [10008, 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2'],
      ),
    ],
  },
  {
    name: 'cifar10',
    folderOf: cifar10Folder,
    find: findCifar10,
    files: [
      {
        name: 'cifar-10-binary.tar.gz',
        bytes: 170052171,
        sha256: 'c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd',
        urls: [
          'https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz',
          'https://cave.cs.toronto.edu/kriz/cifar-10-binary.tar.gz',
          'https://storage.googleapis.com/mirror.tensorflow.org/www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz',
        ],
        holds: Object.entries(batchSums).map(([name, sha256]) => ({
          names: [name],
          bytes: 30730000,
          sha256,
        })),
        unpack: (archive, into) => unpackMembers(archive, into, cifar10Members),
      },
    ],
  },
];
