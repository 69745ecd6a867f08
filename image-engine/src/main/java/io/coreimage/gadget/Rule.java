package io.coreimage.gadget;

import io.coreimage.yaml.Place;

/** What a gadget can break, each rule by the name that the tests know it by. */
enum Rule {
    YAML,
    FIELD_TYPE,
    SIZE_TYPE,
    SIZE_SUFFIX,
    SIZE_NAN,
    SIZE_NEG,
    SIZE_MISSING,
    MIN_GT_SIZE,
    VOL_NAME,
    VOL_EMPTY,
    SCHEMA_BAD,
    BL_NONE,
    BL_MANY,
    BL_BAD,
    BL_PIBOOT_UC20,
    PARTIAL_BAD,
    PARTIAL_DUP,
    PARTIAL_SCHEMA_SET,
    TYPE_MISSING,
    TYPE_FORMAT,
    TYPE_HYBRID,
    TYPE_HEX_ON_GPT,
    TYPE_GUID_ON_MBR,
    TYPE_PARTIAL_SCHEMA,
    ROLE_BAD,
    ROLE_VS_BARE,
    ROLE_VS_MBR,
    ROLE_DUP,
    ROLE_LABEL,
    ROLE_SEED_MISSING,
    ROLE_DATA_MISSING,
    ROLE_SEED_UNSUPPORTED,
    ROLE_SAVE_UNSUPPORTED,
    ROLE_SAVE_MISSING,
    ROLE_VOLUME,
    ROLE_CLASSIC,
    MBR_SIZE,
    MBR_OFFSET,
    MBR_ID,
    MBR_FS,
    BOOTSTATE_OFFSET,
    BOOTSTATE_MIN,
    BOOTSTATE_SIZE,
    BOOTSTATE_FS,
    BOOTSTATE_TYPE,
    NAME_DUP,
    LABEL_DUP,
    LABEL_IMPLIED_TAKEN,
    LABEL_RESERVED,
    OVERLAP,
    FS_BAD,
    OW_EMPTY_NAME,
    OW_EMPTY_OFFSET,
    OW_4G,
    OW_UNKNOWN,
    OW_NONZERO,
    OW_OUTSIDE_STRUCT,
    OW_OUTSIDE_VOLUME,
    CONTENT_BARE_SOURCE,
    CONTENT_NO_IMAGE,
    CONTENT_FS_IMAGE,
    CONTENT_NO_SOURCE,
    CONTENT_NO_TARGET,
    CONTENT_EMMC_OFFSET,
    CONTENT_EMMC_SOURCE,
    EDITION,
    PRESERVE_NOFS,
    PRESERVE_DUP,
    EMMC_NAME,
    EMMC_FIELD,
    EMMC_VOLUME,
    DEFAULTS_KEY,
    DEFAULTS_VALUE,
    CONN_EMPTY,
    CONN_FORMAT,
    CMDLINE_MULTI,
    CMDLINE_GLOB,
    VA_VOLUME,
    VA_DEVICE,
    VA_EMPTY,
    VA_DUP,
    KERNEL_ASSET,
    KERNEL_REFERENCE,
    KERNEL_UNUSED,
    FILE_MISSING,
    FILE_KIND,
    FILE_ESCAPE,
    IMAGE_SIZE,
    IMAGE_OVERLAP,
    TARGET_TWICE,
    TABLE;

    /** Refuse what stands at a place of a file. */
    GadgetRefusedException refuse(Place place, String reason) {
        return new GadgetRefusedException(this, "cannot read " + place + ": " + reason, null);
    }

    /** Refuse a path in a snap. */
    GadgetRefusedException refuseSource(String path, String snap, String reason) {
        return new GadgetRefusedException(this, "cannot read \"" + path + "\" of " + snap + ": " + reason, null);
    }

    /** Refuse what stands at a place of a file, and say what would do. */
    GadgetRefusedException refuse(Place place, String reason, String nextStep) {
        return new GadgetRefusedException(this, "cannot read " + place + ": " + reason, nextStep);
    }
}
